import Domain

extension FakeModelServer.Script {
    /// What ``text(_:usage:reason:)`` and ``toolCalls(_:text:usage:)`` report unless told otherwise.
    package static let usualUsage = TokenUsage(prompt: 10, completion: 5)

    /// A streamed answer of one text, a word an event.
    package static func text(_ text: String, usage: TokenUsage? = usualUsage, reason: String = "stop") -> Self {
        events(textChunks(text) + [finish(reason)] + usageChunk(usage))
    }

    /// A streamed answer that calls tools; the arguments come in two pieces each.
    package static func toolCalls(_ calls: [ToolCall], text: String = "", usage: TokenUsage? = usualUsage) -> Self {
        let chunks = calls.enumerated().flatMap { index, call in
            let middle = call.arguments.index(call.arguments.startIndex, offsetBy: call.arguments.count / 2)
            let first: JSONValue = [
                "index": .integer(Int64(index)), "id": .string(call.id), "type": "function",
                "function": ["name": .string(call.name), "arguments": .string(String(call.arguments[..<middle]))],
            ]
            let second: JSONValue = [
                "index": .integer(Int64(index)), "function": ["arguments": .string(String(call.arguments[middle...]))],
            ]
            return [first, second].map { delta(["tool_calls": [$0]]) }
        }
        return events(textChunks(text) + chunks + [finish("tool_calls")] + usageChunk(usage))
    }

    /// An answer in one piece, as servers give it that know no streams.
    package static func whole(_ text: String, toolCalls calls: [ToolCall] = [], usage: TokenUsage? = usualUsage) -> Self {
        let toolCalls = calls.map { call -> JSONValue in
            [
                "id": .string(call.id), "type": "function",
                "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
            ]
        }
        let message: JSONValue = ["role": "assistant", "content": .string(text), "tool_calls": .array(toolCalls)]
        let choice: JSONValue = [
            "index": 0, "message": message, "finish_reason": .string(calls.isEmpty ? "stop" : "tool_calls"),
        ]
        return json(["object": "chat.completion", "choices": [choice], "usage": usage.map(json(of:)) ?? .null])
    }

    /// A refusal or failure.
    package static func status(_ status: Int, retryAfter: Int? = nil, message: String = "no") -> Self {
        var script = json(["error": ["message": .string(message), "type": "test"]])
        script.status = status
        if let retryAfter { script.headers["Retry-After"] = String(retryAfter) }
        return script
    }

    /// A streamed answer that fails in the middle.
    package static func failing(after text: String, message: String, type: String = "server_error") -> Self {
        events(textChunks(text) + [["error": ["message": .string(message), "type": .string(type)]]], end: "")
    }

    /// A streamed answer whose connection is closed after so many bytes.
    package static func brokenAfter(bytes count: Int) -> Self {
        text("This sentence never ends.").ending(.closed(afterBytes: count))
    }

    /// A streamed answer that begins, and then says nothing more.
    package static func stalled(after text: String) -> Self {
        let script = events(textChunks(text), end: "")
        return script.ending(.stalled(afterBytes: script.body.count))
    }

    /// Nothing at all.
    package static var silent: Self { text("").ending(.silent) }

    /// A line that never ends.
    package static func endlessLine(bytes count: Int) -> Self { raw("data: " + String(repeating: "x", count: count)) }

    /// Any text with any content type.
    package static func raw(_ text: String, contentType: String = "text/event-stream") -> Self {
        Self(headers: ["Content-Type": contentType], body: Array(text.utf8))
    }

    package static func json(_ value: JSONValue) -> Self { raw(value.description, contentType: "application/json") }

    /// Any events, each with a value as its data.
    package static func events(_ chunks: [JSONValue], end: String = "data: [DONE]\n\n") -> Self {
        raw(chunks.map { "data: \($0)\n\n" }.joined() + end)
    }

    /// The list of models.
    package static let models: Self = json(["object": "list", "data": [["id": "fake-large"], ["id": "fake-small"]]])
}

extension FakeModelServer.Script {
    /// An event that adds `content` to the answer.
    package static func delta(_ content: JSONValue) -> JSONValue {
        ["object": "chat.completion.chunk", "choices": [["index": 0, "delta": content, "finish_reason": nil]]]
    }

    /// An event that ends the answer.
    package static func finish(_ reason: String) -> JSONValue {
        ["object": "chat.completion.chunk", "choices": [["index": 0, "delta": [:], "finish_reason": .string(reason)]]]
    }

    package static func json(of usage: TokenUsage) -> JSONValue {
        [
            "prompt_tokens": .integer(Int64(usage.prompt)), "completion_tokens": .integer(Int64(usage.completion)),
            "prompt_tokens_details": ["cached_tokens": .integer(Int64(usage.cacheRead))],
        ]
    }

    private static func textChunks(_ text: String) -> [JSONValue] {
        var words: [String] = []
        for character in text {
            if character == " " || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { delta(["content": .string($0)]) }
    }

    private static func usageChunk(_ usage: TokenUsage?) -> [JSONValue] {
        usage.map { [["object": "chat.completion.chunk", "choices": [], "usage": json(of: $0)]] } ?? []
    }
}
