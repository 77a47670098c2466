import Domain

/// The body of `POST /api/chat`.
struct OllamaRequestBody {
    let value: JSONValue

    init(_ request: ModelRequest, window: Int? = nil, thinks: Bool? = nil) {
        var members: [String: JSONValue] = [
            "model": .string(request.model), "messages": .array(Self.messages(of: request)), "stream": true,
        ]
        if !request.tools.isEmpty { members["tools"] = .array(request.tools.map(Self.tool)) }
        var options: [String: JSONValue] = [:]
        if let window { options["num_ctx"] = .integer(Int64(window)) }
        if let limit = request.maxOutputTokens { options["num_predict"] = .integer(Int64(limit)) }
        if let temperature = request.temperature { options["temperature"] = .number(temperature) }
        if !options.isEmpty { members["options"] = .object(options) }
        if let thinks { members["think"] = .bool(thinks) }
        value = .object(members)
    }

    private static func messages(of request: ModelRequest) -> [JSONValue] {
        let system: [JSONValue] = request.system.isEmpty ? [] : [["role": "system", "content": .string(request.system)]]
        return system + request.messages.map(message)
    }

    private static func message(_ message: ModelMessage) -> JSONValue {
        switch message {
        case .user(let text): return ["role": "user", "content": .string(text)]
        case .image(let image): return ["role": "user", "content": "", "images": [.string(image.base64)]]
        case .assistant(let text, let calls):
            var members: [String: JSONValue] = ["role": "assistant", "content": .string(text)]
            if !calls.isEmpty { members["tool_calls"] = .array(calls.map(toolCall)) }
            return .object(members)
        case .toolResult(_, let name, let content, let isError):
            // The format has no flag for a failure, so the text says it; calls and results go by name and order.
            let said = JSONValue.string(isError ? "Error: " + content : content)
            return ["role": "tool", "tool_name": .string(name), "content": said]
        }
    }

    private static func toolCall(_ call: ToolCall) -> JSONValue {
        ["function": ["name": .string(call.name), "arguments": call.argumentsObject]]
    }

    private static func tool(_ tool: ToolSpecification) -> JSONValue {
        [
            "type": "function",
            "function": [
                "name": .string(tool.name), "description": .string(tool.description), "parameters": tool.parameters,
            ],
        ]
    }
}
