import Domain

/// Turns what a chat-completions endpoint answers into model events: the data of stream events one by one, or the one
/// JSON object of an answer that is not streamed.
///
/// Tool calls, and then the finish, come when the answer is over: at `[DONE]`, or at the end of the stream. Of reasoning
/// texts, and of pieces of tool calls, there is word that they come. Of several choices the first counts.
struct ChatStreamDecoder: Sendable {
    /// The answer is over: whatever may still come is of no interest.
    private(set) var isDone = false
    private var calls: ToolCallAssembly
    private var finishReason: FinishReason?
    private var usage: TokenUsage?
    private var hasText = false
    private var hasChunks = false

    private let quote: Quotation

    init(ids: ToolCallIDs = ToolCallIDs(), quote: Quotation = Quotation()) {
        calls = ToolCallAssembly(ids: ids)
        self.quote = quote
    }

    /// Reads the data of one stream event.
    ///
    /// - Throws: ``ModelError``: `malformed` when the data is not of the format, any class when the provider reports an error.
    mutating func decode(_ data: [UInt8]) throws(ModelError) -> [ModelEvent] {
        let word = data.trimmingBlanks
        guard !isDone, !word.isEmpty else { return [] }
        if word.elementsEqual("[DONE]".utf8) {
            guard finishReason != nil || hasText || !calls.isEmpty else { throw Self.incomplete }
            return try finish()
        }
        let chunk: JSONValue
        do { chunk = try JSONValue(lenient: data) } catch {
            throw ModelError(.malformed, "The provider sent an event that is not JSON.")
        }
        return try take(chunk)
    }

    /// Reads an answer that is not streamed, all of it.
    ///
    /// - Throws: As ``decode(_:)`` does.
    mutating func decode(answer: [UInt8]) throws(ModelError) -> [ModelEvent] {
        let value: JSONValue
        do { value = try JSONValue(lenient: answer) } catch {
            throw ModelError(.malformed, "The provider's answer is not JSON.")
        }
        let events = try take(value)
        guard finishReason != nil || hasText || !calls.isEmpty else {
            throw ModelError(.malformed, "The provider's answer holds no message.")
        }
        return try events + finish()
    }

    /// What is left when the stream ends, however it ends: an answer whose finish reason has come is whole.
    ///
    /// - Throws: ``ModelError`` of class `brokenStream` when the answer was not over, `malformed` when none had begun.
    mutating func end() throws(ModelError) -> [ModelEvent] {
        if isDone { return [] }
        guard finishReason != nil else { throw hasChunks ? Self.incomplete : Self.nothing }
        return try finish()
    }

    private mutating func take(_ chunk: JSONValue) throws(ModelError) -> [ModelEvent] {
        guard case .object = chunk else { throw ModelError(.malformed, "The provider sent an event that is not a JSON object.") }
        if let error = ChatError(in: chunk) { throw ModelError(error.class, "The provider failed: \(quote(error.message))") }
        hasChunks = true
        var events: [ModelEvent] = []
        let choice = chunk["choices"]?.array?.first { ($0["index"]?.integer ?? 0) == 0 }
        if let choice {
            if let content = choice["delta"] ?? choice["message"] { try take(content: content, into: &events) }
            if let word = choice["finish_reason"]?.string, !word.isEmpty {
                guard let reason = FinishReason(chat: word) else {
                    throw ModelError(.server, "The provider gave up in the middle of the answer (\(word)).")
                }
                finishReason = reason
            }
        }
        // Beside the choices, in a chunk of its own, with the choice (Moonshot), or in Groq's own corner.
        let reported = [chunk["usage"], choice?["usage"], chunk["x_groq"]?["usage"]]
        if let counts = reported.lazy.compactMap({ $0.flatMap(TokenUsage.init(chat:)) }).first, counts != usage {
            usage = counts
            events.append(.usage(counts))
        }
        return events
    }

    private mutating func take(content: JSONValue, into events: inout [ModelEvent]) throws(ModelError) {
        for member in ["content", "refusal"] {
            guard let text = content[member]?.chatText, !text.isEmpty else { continue }
            hasText = true
            events.append(.text(text))
        }
        let pieces = content["tool_calls"]?.array ?? []
        for piece in pieces { try calls.add(piece) }
        let function = content["function_call"].flatMap { $0 == .null ? nil : $0 }
        if let function { try calls.add(["index": 0, "function": function]) }
        let thinks = ["reasoning_content", "reasoning"].contains { content[$0]?.string?.isEmpty == false }
        if thinks || function != nil || !pieces.isEmpty { events.append(.progress) }
    }

    private mutating func finish() throws(ModelError) -> [ModelEvent] {
        isDone = true
        var reason = finishReason ?? .stop
        let whole = try calls.finished(cutShort: reason == .length || reason == .contentFilter)
        if reason == .stop, !whole.isEmpty { reason = .toolCalls }
        if reason == .toolCalls, whole.isEmpty { reason = .stop }
        return whole.map(ModelEvent.toolCall) + [.finish(reason)]
    }

    private static let incomplete = ModelError(.brokenStream, "The provider's stream stopped before the answer was complete.")
    private static let nothing = ModelError(.malformed, "The provider's answer is not a stream of chat events.")
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

extension [UInt8] {
    fileprivate var trimmingBlanks: ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
        let start = drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return [] }
        return start[...last]
    }
}
