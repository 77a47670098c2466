import Domain

/// The formats of OpenAI: chat completions, which many makers speak, and Responses, which some of OpenAI's models need.
struct OpenAIFormat: WireFormat {
    /// Which of the two is spoken.
    enum API: String, CaseIterable, Sendable {
        case chat
        case responses
    }

    let dialect: ChatDialect
    /// `nil` lets the model decide.
    var api: API?

    func call(for request: ModelRequest, quote: Quotation) -> WireCall {
        let ids = ToolCallIDs(conversation: request.messages)
        switch api ?? dialect.api(for: request.model) {
        case .chat:
            return WireCall(
                path: "chat/completions", body: ChatRequestBody(request, dialect: dialect).value, framing: .events,
                decoder: ChatStreamDecoder(ids: ids, quote: quote))
        case .responses:
            return WireCall(
                path: "responses", body: ResponsesRequestBody(request, dialect: dialect).value, framing: .events,
                decoder: ResponsesStreamDecoder(ids: ids, quote: quote))
        }
    }

    func models(asking ask: (_ path: String) async throws -> JSONValue) async throws -> [String] {
        let answer = try await ask("models")
        // Together answers with the bare list.
        guard let list = answer["data"]?.array ?? answer["models"]?.array ?? answer.array else {
            throw ModelError(.malformed, "The provider's answer is not a list of models.")
        }
        return list.compactMap { ($0["id"] ?? $0["name"])?.string }
    }
}
