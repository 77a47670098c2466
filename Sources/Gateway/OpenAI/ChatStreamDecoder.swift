import Domain

/// Turns what a chat-completions endpoint answers into model events.
///
/// Tool calls, and then the finish, come when the answer is over: at `[DONE]`, or at the end of the stream. Of pieces of tool
/// calls there is word that they come. Of several choices the first counts.
struct ChatStreamDecoder: AnswerDecoder {
    static let unread: [StaticString] = ["id", "object", "created", "model", "system_fingerprint", "service_tier"]

    private var answer: GrowingAnswer

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) {
        answer = GrowingAnswer(ids: ids, quote: quote, readsTags: true)
    }

    var isDone: Bool { answer.isDone }

    mutating func take(_ chunk: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: chunk) { throw answer.failure(error) }
        answer.hasBegun = true
        var events: [ModelEvent] = []
        let choice = chunk["choices"]?.array?.first { ($0["index"]?.integer ?? 0) == 0 }
        if let choice {
            if let content = choice["delta"] ?? choice["message"] { try take(content: content, into: &events) }
            if let word = choice["finish_reason"]?.string, !word.isEmpty {
                guard let reason = FinishReason(chat: word) else {
                    throw ModelError(.server, "The provider gave up in the middle of the answer (\(word)).")
                }
                answer.finishReason = reason
            }
        }
        // Beside the choices, in a chunk of its own, with the choice (Moonshot), or in Groq's own corner.
        let reported = [chunk["usage"], choice?["usage"], chunk["x_groq"]?["usage"]]
        answer.report(reported.lazy.compactMap { $0.flatMap(TokenUsage.init(chat:)) }.first, into: &events)
        return events
    }

    mutating func take(answer value: JSONValue) throws(ModelError) -> [ModelEvent] {
        guard case .object = value else { throw GrowingAnswer.noMessage }
        let events = try take(value)
        guard answer.isWorthwhile else { throw GrowingAnswer.noMessage }
        return try events + answer.finish()
    }

    mutating func endMark() throws(ModelError) -> [ModelEvent] { try answer.close() }

    mutating func end() throws(ModelError) -> [ModelEvent] { try answer.end() }

    private mutating func take(content: JSONValue, into events: inout [ModelEvent]) throws(ModelError) {
        // Some servers send the same thought under both names.
        let thought = ["reasoning_content", "reasoning"].lazy.compactMap { content[$0]?.string }.first { !$0.isEmpty }
        answer.think(thought, into: &events)
        for member in ["content", "refusal"] { answer.say(content[member]?.chatText, into: &events) }
        let pieces = content["tool_calls"]?.array ?? []
        for piece in pieces { try answer.calls.add(ToolCallPiece(chat: piece)) }
        let function = content["function_call"].flatMap { $0 == .null ? nil : $0 }
        if let function { try answer.calls.add(ToolCallPiece(chat: ["index": 0, "function": function])) }
        if function != nil || !pieces.isEmpty { events.append(.progress) }
    }
}

extension JSONValue {
    /// The text of a `content` member: a string, or a list of parts as some servers send it.
    fileprivate var chatText: String? {
        switch self {
        case .string(let text): text
        case .array(let parts): parts.compactMap { $0["text"]?.string }.joined()
        default: nil
        }
    }
}

extension ToolCallPiece {
    /// Reads one element of `tool_calls`, or a `function_call` of the older format wrapped like one.
    init(chat element: JSONValue) {
        let arguments = element["function"]?["arguments"]
        self.init(
            index: element["index"]?.integer, id: element["id"]?.string, name: element["function"]?["name"]?.string,
            arguments: arguments)
    }
}
