import Domain

/// The body of `POST /models/…:streamGenerateContent`.
struct GenerateRequestBody {
    let value: JSONValue

    init(_ request: ModelRequest) {
        let wantsSignatures = Self.wantsSignatures(request.model)
        var members: [String: JSONValue] = [
            "contents": .array(Dialogue(request.messages).turns.map { Self.content($0, wantsSignatures: wantsSignatures) })
        ]
        if !request.system.isBlank { members["systemInstruction"] = ["parts": [["text": .string(request.system)]]] }
        if !request.tools.isEmpty {
            members["tools"] = [["functionDeclarations": .array(request.tools.map(Self.declaration))]]
        }
        var settings: [String: JSONValue] = [:]
        if let limit = request.maxOutputTokens { settings["maxOutputTokens"] = .integer(Int64(limit)) }
        if let temperature = request.temperature { settings["temperature"] = .number(temperature) }
        if !settings.isEmpty { members["generationConfig"] = .object(settings) }
        value = .object(members)
    }

    private static func declaration(_ tool: ToolSpecification) -> JSONValue {
        var members: [String: JSONValue] = ["name": .string(tool.name), "description": .string(tool.description)]
        let schema = GeminiSchema(tool.parameters)
        // An object without members is refused as a description of arguments; none at all stands for it.
        if schema.value["properties"]?.object?.isEmpty == false { members["parameters"] = schema.value }
        return .object(members)
    }

    private static func content(_ turn: Dialogue.Turn, wantsSignatures: Bool) -> JSONValue {
        var isFirstCall = true
        let parts = turn.parts.map { part -> JSONValue in
            guard case .call(let call) = part else { return self.part(part) }
            defer { isFirstCall = false }
            return self.part(call, lacksSignature: wantsSignatures && isFirstCall && call.signature == nil)
        }
        return ["role": turn.isModels ? "model" : "user", "parts": .array(parts)]
    }

    private static func part(_ part: Dialogue.Part) -> JSONValue {
        switch part {
        case .text(let text): return ["text": .string(text)]
        case .image(let image):
            return ["inlineData": ["mimeType": .string(image.mediaType), "data": .string(image.base64)]]
        case .call(let call): return self.part(call, lacksSignature: false)
        case .result(let result):
            var members: [String: JSONValue] = [
                "name": .string(result.name),
                "response": [result.isError ? "error" : "output": .string(result.content)],
            ]
            if !ToolCallIDs.isMadeUp(result.callID) { members["id"] = .string(result.callID) }
            return ["functionResponse": .object(members)]
        }
    }

    private static func part(_ call: ToolCall, lacksSignature: Bool) -> JSONValue {
        var function: [String: JSONValue] = ["name": .string(call.name), "args": call.argumentsObject]
        if !ToolCallIDs.isMadeUp(call.id) { function["id"] = .string(call.id) }
        var members: [String: JSONValue] = ["functionCall": .object(function)]
        if let signature = call.signature { members["thoughtSignature"] = .string(signature) }
        if lacksSignature { members["thoughtSignature"] = .string(foreignSignature) }
        return .object(members)
    }

    /// What the maker gives out to stand for the signature of a call that another model made.
    private static let foreignSignature = "skip_thought_signature_validator"

    /// From the third generation on the first call of a turn is refused without a signature.
    private static func wantsSignatures(_ model: String) -> Bool {
        guard let start = model.firstRange(of: "gemini-")?.upperBound else { return false }
        return Int(model[start...].prefix(while: \.isWholeNumber)).map { $0 >= 3 } ?? false
    }
}
