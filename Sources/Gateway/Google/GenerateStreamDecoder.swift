import Domain

/// Turns what the Gemini API answers into model events.
///
/// Nothing marks the end of such a stream, and some models give a reason to finish with every piece; so the answer is over
/// when the stream is, and whole when a reason has come by then.
struct GenerateStreamDecoder: AnswerDecoder {
    static let unread: [StaticString] = ["modelVersion", "responseId", "createTime"]

    private var answer: GrowingAnswer
    private var callCount: Int64 = 0

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) { answer = GrowingAnswer(ids: ids, quote: quote) }

    var isDone: Bool { answer.isDone }

    mutating func take(_ piece: JSONValue) throws(ModelError) -> [ModelEvent] {
        if let error = ReportedError(in: piece) { throw answer.failure(error) }
        answer.hasBegun = true
        var events: [ModelEvent] = []
        answer.report(piece["usageMetadata"].flatMap(TokenUsage.init(gemini:)), into: &events)
        if let reason = piece["promptFeedback"]?["blockReason"]?.string, !reason.hasSuffix("UNSPECIFIED") {
            throw ModelError(.invalidRequest, "The provider does not answer this question (\(reason)).")
        }
        guard let candidate = piece["candidates"]?.array?.first(where: { ($0["index"]?.integer ?? 0) == 0 }) else {
            return events
        }
        for part in candidate["content"]?["parts"]?.array ?? [] { try take(part: part, into: &events) }
        if let word = candidate["finishReason"]?.string {
            try end(by: word, saying: candidate["finishMessage"]?.string ?? "")
        }
        return events
    }

    /// An answer that is not streamed, or a stream that was asked for without saying that events are wanted: a list.
    mutating func take(answer value: JSONValue) throws(ModelError) -> [ModelEvent] {
        var events: [ModelEvent] = []
        for piece in value.array ?? [value] {
            guard case .object = piece else { throw GrowingAnswer.noMessage }
            events += try take(piece)
        }
        guard answer.isWorthwhile else { throw GrowingAnswer.noMessage }
        return try events + answer.finish()
    }

    mutating func end() throws(ModelError) -> [ModelEvent] { try answer.end() }

    private mutating func take(part: JSONValue, into events: inout [ModelEvent]) throws(ModelError) {
        if case .object(let members) = part, members.count == 1, let text = members["text"] {  // nearly every part
            answer.say(text.string, into: &events)
        } else if let call = part["functionCall"], call != .null {
            let arguments = call["args"].flatMap { $0 == .null ? nil : $0 }
            try answer.calls.add(
                ToolCallPiece(
                    index: callCount, id: call["id"]?.string, name: call["name"]?.string, arguments: arguments,
                    signature: part["thoughtSignature"]?.string))
            callCount += 1
            events.append(.progress)
        } else if part["thought"]?.bool == true {
            answer.think(part["text"]?.string, into: &events)
        } else {
            answer.say(part["text"]?.string, into: &events)
        }
    }

    private mutating func end(by word: String, saying message: String) throws(ModelError) {
        switch word {
        case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS":
            throw answer.malformed("The model wrote a tool call that is not usable (\(word))", message)
        case "MISSING_THOUGHT_SIGNATURE":
            throw ModelError(.invalidRequest, "The provider misses what it wants to see again with a tool call.")
        case "MAX_TOKENS": answer.finishReason = .length
        case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "LANGUAGE":
            answer.finishReason = .contentFilter
        case "OTHER" where answer.isEmpty:
            throw ModelError(.server, "The provider gave up without an answer (\(word)).")
        case "FINISH_REASON_UNSPECIFIED", "": break
        default: answer.finishReason = .stop
        }
    }
}

extension TokenUsage {
    /// Reads `usageMetadata`; `nil` when its counts are missing or not credible.
    ///
    /// What the model thought is charged like what it wrote, and what tools of the provider read like what was asked.
    init?(gemini usage: JSONValue) {
        guard
            let asked = TokenUsage(
                prompt: usage["promptTokenCount"], completion: usage["candidatesTokenCount"],
                cached: usage["cachedContentTokenCount"]),
            let thought = TokenCount(usage["thoughtsTokenCount"]).tokens,
            let read = TokenCount(usage["toolUsePromptTokenCount"]).tokens
        else { return nil }
        self = asked
        completion += thought
        prompt += read
    }
}
