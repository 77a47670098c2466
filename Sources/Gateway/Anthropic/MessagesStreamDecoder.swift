import Domain

/// Turns what a Messages endpoint answers into model events.
///
/// Kinds of events and of blocks that are not known are passed over, which the format asks of its readers.
struct MessagesStreamDecoder: AnswerDecoder {
    private(set) var signsOfLife = 0
    private var answer: GrowingAnswer
    private var counts = MessagesUsage()
    /// The blocks whose pieces are of no interest, such as tools that the provider calls by itself.
    private var strangers: Set<Int64> = []

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) { answer = GrowingAnswer(ids: ids, quote: quote) }

    var isDone: Bool { answer.isDone }

    mutating func take(_ event: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: event) { throw answer.failure(error) }
        var events: [ModelEvent] = []
        let index = event["index"]?.integer
        switch event["type"]?.string {
        case "message_start":
            answer.hasBegun = true
            report(event["message"]?["usage"], into: &events)
        case "content_block_start":
            answer.hasBegun = true
            try begin(event["content_block"] ?? .null, at: index, into: &events)
        case "content_block_delta":
            answer.hasBegun = true
            try add(event["delta"] ?? .null, at: index, into: &events)
        case "message_delta":
            answer.hasBegun = true
            report(event["usage"], into: &events)
            end(by: event["delta"]?["stop_reason"])
        case "message_stop": events += try answer.close()
        case "ping": signsOfLife += 1
        default: break
        }
        return events
    }

    mutating func take(answer value: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: value) { throw answer.failure(error) }
        guard let blocks = value["content"]?.array else { throw GrowingAnswer.noMessage }
        var events: [ModelEvent] = []
        for (place, block) in blocks.enumerated() { try begin(block, at: Int64(place), into: &events) }
        report(value["usage"], into: &events)
        end(by: value["stop_reason"])
        guard answer.isWorthwhile else { throw GrowingAnswer.noMessage }
        return try events + answer.finish()
    }

    mutating func end() throws(ModelError) -> [ModelEvent] { try answer.end() }

    private mutating func begin(_ block: JSONValue, at index: Int64?, into events: inout [ModelEvent]) throws(ModelError) {
        switch block["type"]?.string {
        case "text": answer.say(block["text"]?.string, into: &events)
        case "tool_use":
            // The input that stands here is an empty object, and the real one follows in pieces; but not everywhere.
            let input = block["input"].flatMap { $0.object?.isEmpty == false ? $0 : nil }
            try answer.calls.add(
                ToolCallPiece(index: index, id: block["id"]?.string, name: block["name"]?.string, arguments: input))
            events.append(.progress)
        case "thinking": answer.think(block["thinking"]?.string, into: &events)
        case "redacted_thinking": events.append(.progress)
        default: if let index { strangers.insert(index) }
        }
    }

    private mutating func add(_ delta: JSONValue, at index: Int64?, into events: inout [ModelEvent]) throws(ModelError) {
        switch delta["type"]?.string {
        case "text_delta": answer.say(delta["text"]?.string, into: &events)
        case "thinking_delta": answer.think(delta["thinking"]?.string, into: &events)
        case "input_json_delta":
            if let index, strangers.contains(index) { return }
            try answer.calls.add(ToolCallPiece(index: index, arguments: delta["partial_json"]))
            events.append(.progress)
        default: break
        }
    }

    private mutating func report(_ usage: JSONValue?, into events: inout [ModelEvent]) {
        guard let usage, counts.take(usage) else { return }
        answer.report(counts.total, into: &events)
    }

    private mutating func end(by reason: JSONValue?) {
        guard let word = reason?.string, !word.isEmpty else { return }
        answer.finishReason =
            switch word {
            case "tool_use": .toolCalls
            case "max_tokens", "model_context_window_exceeded": .length
            case "refusal": .contentFilter
            default: .stop  // end_turn, stop_sequence, and pause_turn, which only the provider's own tools bring about
            }
    }
}
