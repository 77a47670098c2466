import Domain

/// Ollama's own API.
///
/// Source: Ollama's API reference, “Generate a chat message” and “List models”.
struct OllamaFormat: WireFormat {
    /// How many tokens the model is to be loaded for; `nil` leaves it to the server.
    var window: Int?
    /// Whether a model that can think does; `nil` leaves it to the model.
    var thinks: Bool?

    func call(for request: ModelRequest, quote: Quotation) -> WireCall {
        WireCall(
            path: "chat", body: OllamaRequestBody(request, window: window, thinks: thinks).value, framing: .lines,
            decoder: OllamaStreamDecoder(ids: ToolCallIDs(conversation: request.messages), quote: quote))
    }

    func models(asking ask: (_ path: String) async throws -> JSONValue) async throws -> [String] {
        guard let list = try await ask("tags")["models"]?.array else {
            throw ModelError(.malformed, "The provider's answer is not a list of models. Is the base URL right?")
        }
        return list.compactMap { ($0["model"] ?? $0["name"])?.string }
    }

    /// A name without a tag means the one tagged `latest`.
    func has(_ name: String, in list: [String]) -> Bool {
        list.contains(name) || (!name.contains(":") && list.contains(name + ":latest"))
    }
}
