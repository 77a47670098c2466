import Domain

extension OpenAIChatProvider {
    /// The most bytes of a list of models that are read: OpenRouter's has about one million.
    static let modelListLimit = 8 << 20
    /// The most models that are listed.
    static let modelCountLimit = 2000

    /// The names of the models that the endpoint serves, sorted.
    ///
    /// - Throws: ``ModelError``, or `CancellationError` when the task was cancelled.
    func models() async throws -> [String] {
        let answer = try await get("models", limit: Self.modelListLimit)
        // Together answers with the bare list.
        guard let list = answer["data"]?.array ?? answer["models"]?.array ?? answer.array else {
            throw ModelError(.malformed, "The provider's answer is not a list of models.")
        }
        let names = Set(list.prefix(Self.modelCountLimit).compactMap { ($0["id"] ?? $0["name"])?.string })
        return names.filter { !$0.isEmpty && $0.utf8.count <= 256 }.sorted()
    }
}
