import Domain

extension ModelRequest {
    /// A conversation with everything that one may hold.
    static let conversation = ModelRequest(
        model: "model-1", system: "Be kind.",
        messages: [
            .user("Look at this."), .image(ModelImage(mediaType: "image/png", base64: "iVBORw0=")),
            .assistant(
                text: "I look.",
                toolCalls: [
                    ToolCall(id: "call:a", name: "find", arguments: #"{"q":"x"}"#, signature: "Cv8B"),
                    ToolCall(id: "call_0_1", name: "list", arguments: "{"),
                ]),
            .toolResult(callID: "call_0_1", name: "list", content: "No such thing", isError: true),
            .toolResult(callID: "call:a", name: "find", content: "[1]", isError: false),
            .user("And?"), .assistant(text: "One.", toolCalls: []), .user("Thanks."),
        ],
        tools: [
            ToolSpecification(
                name: "find", description: "Finds.",
                parameters: [
                    "type": "object", "properties": ["q": ["type": "string"]], "required": ["q"], "additionalProperties": false,
                ]),
            ToolSpecification(name: "list", description: "Lists.", parameters: ["type": "object", "properties": [:]]),
        ], maxOutputTokens: 100, temperature: 0.5)

    func with(model: String) -> ModelRequest {
        var request = self
        request.model = model
        return request
    }
}
