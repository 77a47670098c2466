import Domain

/// Turns what Ollama answers into model events.
///
/// Only a line that says `done` says that the answer is whole. Calls come whole, each in one line.
struct OllamaStreamDecoder: AnswerDecoder {
    static let unread: [StaticString] = ["model", "created_at"]

    private var answer: GrowingAnswer
    private var callCount: Int64 = 0

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) {
        answer = GrowingAnswer(ids: ids, quote: quote, readsTags: true)
    }

    var isDone: Bool { answer.isDone }

    mutating func take(_ line: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: line) { throw answer.failure(error) }
        guard line["message"] != nil || line["done"] != nil else { return [] }
        answer.hasBegun = true
        var events: [ModelEvent] = []
        let message = line["message"]
        answer.think(message?["thinking"]?.string, into: &events)
        answer.say(message?["content"]?.string, into: &events)
        for call in message?["tool_calls"]?.array ?? [] { try take(call: call, into: &events) }
        guard line["done"]?.bool == true else { return events }
        // A question that was read before is sometimes not counted; then what is estimated is nearer than nothing.
        if TokenCount(line["prompt_eval_count"]) != .missing {
            answer.report(
                TokenUsage(prompt: line["prompt_eval_count"], completion: line["eval_count"], cached: nil), into: &events)
        }
        answer.finishReason = line["done_reason"]?.string == "length" ? .length : .stop
        return try events + answer.finish()
    }

    mutating func take(answer value: JSONValue) throws(ModelError) -> [ModelEvent] { try take(value) + end() }

    mutating func end() throws(ModelError) -> [ModelEvent] { try answer.end() }

    private mutating func take(call: JSONValue, into events: inout [ModelEvent]) throws(ModelError) {
        let function = call["function"]
        try answer.calls.add(
            ToolCallPiece(
                index: callCount, id: call["id"]?.string, name: function?["name"]?.string, arguments: function?["arguments"]))
        callCount += 1
        events.append(.progress)
    }
}
