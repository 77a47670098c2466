import Domain

/// Turns what a Responses endpoint answers into model events.
///
/// Only the event that ends a response says that it is whole. Kinds of events that are not known are passed over.
struct ResponsesStreamDecoder: AnswerDecoder {
    static let unread: [StaticString] = ["sequence_number", "item_id", "content_index", "logprobs", "obfuscation"]

    private(set) var signsOfLife = 0
    private var answer: GrowingAnswer
    /// The places in the output at which calls have begun.
    private var calls: Set<Int64> = []

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) { answer = GrowingAnswer(ids: ids, quote: quote) }

    var isDone: Bool { answer.isDone }

    mutating func take(_ event: JSONValue) throws(ModelError) -> [ModelEvent] {
        let type = event["type"]?.string
        if type == "error" { throw answer.failure(ReportedError(in: event) ?? ReportedError(event)) }
        if let error = ReportedError(in: event) { throw answer.failure(error) }
        guard let type else { return [] }
        answer.hasBegun = true
        var events: [ModelEvent] = []
        let index = event["output_index"]?.integer
        switch type {
        case "response.output_text.delta", "response.refusal.delta": answer.say(event["delta"]?.string, into: &events)
        case "response.reasoning_summary_text.delta", "response.reasoning_text.delta":
            answer.think(event["delta"]?.string, into: &events)
        case "response.output_item.added", "response.output_item.done":
            try take(item: event["item"] ?? .null, at: index, into: &events)
        case "response.function_call_arguments.delta":
            try answer.calls.add(ToolCallPiece(index: index, arguments: event["delta"]))
            events.append(.progress)
        case "response.function_call_arguments.done":
            guard let text = event["arguments"]?.string else { break }
            try answer.calls.add(ToolCallPiece(index: index, wholeArguments: text))
            events.append(.progress)
        case "response.completed", "response.incomplete", "response.failed", "response.cancelled":
            try close(by: event["response"] ?? .null, into: &events)
        case "response.queued", "response.in_progress", "keepalive": signsOfLife += 1
        default: break
        }
        return events
    }

    mutating func take(answer value: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: value) { throw answer.failure(error) }
        guard value["output"]?.array != nil else { throw GrowingAnswer.noMessage }
        var events: [ModelEvent] = []
        try close(by: value, into: &events)
        return events
    }

    mutating func end() throws(ModelError) -> [ModelEvent] { try answer.end() }

    private mutating func take(item: JSONValue, at index: Int64?, into events: inout [ModelEvent]) throws(ModelError) {
        guard item["type"]?.string == "function_call" else { return }
        events.append(.progress)
        let arguments = item["arguments"]?.string ?? ""
        guard let index, calls.contains(index) else {
            if let index { calls.insert(index) }
            let piece = ToolCallPiece(
                index: index, id: item["call_id"]?.string ?? item["id"]?.string, name: item["name"]?.string,
                arguments: .string(arguments))
            return try answer.calls.add(piece)
        }
        if !arguments.isEmpty { try answer.calls.add(ToolCallPiece(index: index, wholeArguments: arguments)) }
    }

    /// Reads the response that the last event, or an answer in one piece, holds.
    private mutating func close(by response: JSONValue, into events: inout [ModelEvent]) throws(ModelError) {
        let usage = response["usage"]
        answer.report(
            TokenUsage(
                prompt: usage?["input_tokens"], completion: usage?["output_tokens"],
                cached: usage?["input_tokens_details"]?["cached_tokens"]), into: &events)
        switch response["status"]?.string {
        case "failed", "cancelled":
            throw ReportedError(in: response).map(answer.failure) ?? ModelError(.server, "The provider gave the answer up.")
        case "incomplete":
            let reason = response["incomplete_details"]?["reason"]?.string
            answer.finishReason = reason == "content_filter" ? .contentFilter : .length
        default: break
        }
        if answer.isEmpty { try take(output: response["output"]?.array ?? [], into: &events) }
        if answer.finishReason == nil { answer.finishReason = .stop }
        events += try answer.finish()
    }

    /// Reads what no event told before.
    private mutating func take(output: [JSONValue], into events: inout [ModelEvent]) throws(ModelError) {
        for (place, item) in output.enumerated() {
            for part in item["content"]?.array ?? [] where item["type"]?.string == "message" {
                answer.say((part["text"] ?? part["refusal"])?.string, into: &events)
            }
            for part in item["summary"]?.array ?? [] { answer.think(part["text"]?.string, into: &events) }
            try take(item: item, at: Int64(place), into: &events)
        }
    }
}
