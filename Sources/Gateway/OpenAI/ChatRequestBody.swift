import Domain

/// The body of `POST /chat/completions`.
///
/// Source: the OpenAI API reference, "Create chat completion".
struct ChatRequestBody {
    let value: JSONValue

    init(_ request: ModelRequest, dialect: ChatDialect) {
        var members: [String: JSONValue] = [
            "model": .string(request.model),
            "messages": .array(Self.messages(of: request)),
            "stream": true,
            "stream_options": ["include_usage": true],
        ]
        if !request.tools.isEmpty { members["tools"] = .array(request.tools.map(Self.tool)) }
        if let limit = request.maxOutputTokens { members[dialect.outputLimitMember] = .integer(Int64(limit)) }
        if let temperature = request.temperature, dialect.takesTemperature(request.model) {
            members["temperature"] = .number(temperature)
        }
        value = .object(members)
    }

    private static func messages(of request: ModelRequest) -> [JSONValue] {
        let system: [JSONValue] = request.system.isEmpty ? [] : [["role": "system", "content": .string(request.system)]]
        return system + request.messages.map(message)
    }

    private static func message(_ message: ModelMessage) -> JSONValue {
        switch message {
        case .user(let text): ["role": "user", "content": .string(text)]
        case .image(let image):
            ["role": "user", "content": [["type": "image_url", "image_url": ["url": .string(image.dataURL)]]]]
        case .assistant(let text, let calls) where calls.isEmpty: ["role": "assistant", "content": .string(text)]
        case .assistant(let text, let calls):
            [
                "role": "assistant",
                "content": text.isEmpty ? .null : .string(text),
                "tool_calls": .array(calls.map(toolCall)),
            ]
        case .toolResult(let callID, _, let content, let isError):
            // The format has no flag for a failure, so the text says it.
            ["role": "tool", "tool_call_id": .string(callID), "content": .string(isError ? "Error: " + content : content)]
        }
    }

    /// A call as it was made, but with `{}` in place of arguments that are no JSON object: several servers parse the
    /// arguments of past calls and refuse the whole conversation over one that does not parse.
    private static func toolCall(_ call: ToolCall) -> JSONValue {
        let arguments = call.arguments.isJSONObject ? call.arguments : "{}"
        return [
            "id": .string(call.id),
            "type": "function",
            "function": ["name": .string(call.name), "arguments": .string(arguments)],
        ]
    }

    private static func tool(_ tool: ToolSpecification) -> JSONValue {
        [
            "type": "function",
            "function": [
                "name": .string(tool.name),
                "description": .string(tool.description),
                "parameters": tool.parameters,
            ],
        ]
    }
}
