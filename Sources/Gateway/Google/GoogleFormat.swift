import Domain

/// Google's Gemini API.
///
/// Source: Google's API reference, “Generating content”, “Function calling”, “Thought signatures” and “Models”.
struct GoogleFormat: WireFormat {
    func authorization(_ credential: Credential) -> WireHeader { WireHeader(name: "x-goog-api-key", value: credential.bare) }

    func call(for request: ModelRequest, quote: Quotation) -> WireCall {
        let name = request.model.contains("/") ? request.model : "models/" + request.model
        return WireCall(
            path: name.percentEncoded(keeping: "/") + ":streamGenerateContent?alt=sse",
            body: GenerateRequestBody(request).value, framing: .events,
            decoder: GenerateStreamDecoder(ids: ToolCallIDs(conversation: request.messages), quote: quote))
    }

    func models(asking ask: (_ path: String) async throws -> JSONValue) async throws -> [String] {
        try await ModelPages.names(
            path: { mark in "models?pageSize=1000" + (mark.map { "&pageToken=" + $0.percentEncoded } ?? "") },
            names: { page in page["models"]?.array?.compactMap(Self.name) },
            next: { page in page["nextPageToken"]?.string }, asking: ask)
    }

    func has(_ name: String, in list: [String]) -> Bool { list.contains(name.bareGoogleModel) }

    /// The name of a model that answers questions; others make vectors or pictures.
    private static func name(of model: JSONValue) -> String? {
        guard model["supportedGenerationMethods"]?.array?.contains("generateContent") == true else { return nil }
        return model["name"]?.string?.bareGoogleModel
    }
}

extension String {
    /// The name without the `models/` that it may begin with.
    fileprivate var bareGoogleModel: String { hasPrefix("models/") ? String(dropFirst(7)) : self }
}
