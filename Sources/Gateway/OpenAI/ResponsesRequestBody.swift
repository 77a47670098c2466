import Domain

/// The body of `POST /responses`.
///
/// Nothing is left with the provider: each question holds the whole conversation, and `store` is off.
///
/// Source: the OpenAI API reference, “Create a model response”.
struct ResponsesRequestBody {
    let value: JSONValue

    init(_ request: ModelRequest, dialect: ChatDialect) {
        var members: [String: JSONValue] = [
            "model": .string(request.model),
            "input": .array(request.messages.flatMap(Self.items)),
            "stream": true,
            "store": false,
        ]
        if !request.system.isEmpty { members["instructions"] = .string(request.system) }
        if !request.tools.isEmpty { members["tools"] = .array(request.tools.map(Self.tool)) }
        if let limit = request.maxOutputTokens { members["max_output_tokens"] = .integer(Int64(limit)) }
        if let temperature = request.temperature, dialect.takesTemperature(request.model) {
            members["temperature"] = .number(temperature)
        }
        value = .object(members)
    }

    private static func items(of message: ModelMessage) -> [JSONValue] {
        switch message {
        case .user(let text): return [["role": "user", "content": .string(text)]]
        case .image(let image):
            return [["role": "user", "content": [["type": "input_image", "image_url": .string(image.dataURL)]]]]
        case .assistant(let text, let calls):
            let said: [JSONValue] = text.isEmpty ? [] : [["role": "assistant", "content": .string(text)]]
            return said + calls.map(item)
        case .toolResult(let callID, _, let content, let isError):
            // The format has no flag for a failure, so the text says it.
            let output = JSONValue.string(isError ? "Error: " + content : content)
            return [["type": "function_call_output", "call_id": .string(callID), "output": output]]
        }
    }

    /// A call as it was made, without the id that the provider gave the item: that one would have to be kept by it.
    private static func item(_ call: ToolCall) -> JSONValue {
        let arguments = call.arguments.isJSONObject ? call.arguments : "{}"
        return [
            "type": "function_call", "call_id": .string(call.id), "name": .string(call.name), "arguments": .string(arguments),
        ]
    }

    private static func tool(_ tool: ToolSpecification) -> JSONValue {
        [
            "type": "function", "name": .string(tool.name), "description": .string(tool.description),
            "parameters": tool.parameters,
            "strict": false,  // unless told so, the provider takes schemas for strict, which ours need not be
        ]
    }
}
