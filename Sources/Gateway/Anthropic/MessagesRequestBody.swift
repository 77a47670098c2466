import Domain

/// The body of `POST /messages`.
///
/// Up to three places are marked for the provider's cache: the last tool, the system prompt, and, where tools are offered so
/// that the conversation will go on, its end. What comes before a mark is read from the cache next time.
struct MessagesRequestBody {
    /// What is asked for where the request has no limit of its own: the format wants one.
    static let usualLimit = 8192

    let value: JSONValue

    init(_ request: ModelRequest, cachesPrompts: Bool = true) {
        let marksEnd = cachesPrompts && !request.tools.isEmpty
        var members: [String: JSONValue] = [
            "model": .string(request.model),
            "max_tokens": .integer(Int64(request.maxOutputTokens ?? Self.limit(of: request.model))),
            "messages": .array(Self.messages(of: request, marksEnd: marksEnd)),
            "stream": true,
        ]
        if !request.system.isBlank {
            let block: JSONValue = ["type": "text", "text": .string(request.system)]
            members["system"] = [cachesPrompts ? block.marked : block]
        }
        if !request.tools.isEmpty {
            var tools = request.tools.map(Self.tool)
            if cachesPrompts, let last = tools.popLast() { tools.append(last.marked) }
            members["tools"] = .array(tools)
        }
        if let temperature = request.temperature, Self.takesTemperature(request.model) {
            members["temperature"] = .number(min(temperature, 1))  // where this format's scale ends
        }
        value = .object(members)
    }

    private static func tool(_ tool: ToolSpecification) -> JSONValue {
        ["name": .string(tool.name), "description": .string(tool.description), "input_schema": tool.parameters]
    }

    private static func messages(of request: ModelRequest, marksEnd: Bool) -> [JSONValue] {
        let turns = Dialogue(request.messages).turns
        return turns.enumerated().map { place, turn in
            var blocks = turn.parts.map(block)
            if marksEnd, place == turns.count - 1, let last = blocks.popLast() { blocks.append(last.marked) }
            return ["role": turn.isModels ? "assistant" : "user", "content": .array(blocks)]
        }
    }

    private static func block(_ part: Dialogue.Part) -> JSONValue {
        switch part {
        case .text(let text): return ["type": "text", "text": .string(text)]
        case .image(let image):
            let source: JSONValue = [
                "type": "base64", "media_type": .string(image.mediaType), "data": .string(image.base64),
            ]
            return ["type": "image", "source": source]
        case .call(let call):
            return [
                "type": "tool_use", "id": .string(call.id.fitForMessages), "name": .string(call.name),
                "input": call.argumentsObject,
            ]
        case .result(let result):
            var members: [String: JSONValue] = [
                "type": "tool_result", "tool_use_id": .string(result.callID.fitForMessages),
            ]
            if !result.content.isEmpty { members["content"] = .string(result.content) }
            if result.isError { members["is_error"] = true }
            return .object(members)
        }
    }
}

extension MessagesRequestBody {
    /// The numbers in the name of one of Anthropic's models, dates left out: 4 and 5 of `claude-haiku-4-5`; `nil` for others.
    private static func version(of model: String) -> [Int]? {
        guard model.hasPrefix("claude-") else { return nil }
        return model.split(separator: "-").filter { $0.utf8.count <= 2 }.compactMap { Int($0) }
    }

    /// The models of the third generation answer with half as much as those that came after them.
    private static func limit(of model: String) -> Int { version(of: model)?.first == 3 ? usualLimit / 2 : usualLimit }

    /// Models from 4.7 on refuse a temperature.
    private static func takesTemperature(_ model: String) -> Bool {
        guard let version = version(of: model), let major = version.first else { return true }
        return major < 4 || (major == 4 && (version.count < 2 || version[1] < 7))
    }
}

extension JSONValue {
    /// The block with the mark up to which the provider is to keep what it read.
    fileprivate var marked: JSONValue {
        guard case .object(var members) = self else { return self }
        members["cache_control"] = ["type": "ephemeral"]
        return .object(members)
    }
}

extension String {
    /// An id of letters, digits, `_` and `-`, as the format wants them: calls that another provider made may have others.
    fileprivate var fitForMessages: String {
        let isFit: (Unicode.Scalar) -> Bool = { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(scalar))
        }
        if unicodeScalars.allSatisfy(isFit) { return self }
        var fit = String.UnicodeScalarView()
        for scalar in unicodeScalars { fit.append(isFit(scalar) ? scalar : "_") }
        return String(fit)
    }
}
