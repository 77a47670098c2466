package import Domain

extension ProviderCatalog: ProviderChecks {
    package func key(of row: Provider) -> ProviderKey { keys.source(for: row) }

    package func isSet(variable name: String) -> Bool { Credential(keys.environment(name)) != nil }

    package func check(_ row: Provider) async -> ProviderCheck {
        if row.kind == .practice { return ProviderCheck(reachable: true, models: [row.defaultModel].compactMap(\.self)) }
        do {
            let provider = try wireProvider(for: row)
            // OpenRouter lists its models to everybody, so that the list says nothing of the key.
            if row.kind == .openrouter { _ = try await provider.get("key", limit: ErrorBody.sizeLimit) }
            let models = try await provider.models()
            return ProviderCheck(reachable: true, models: models, problem: Self.missing(row, provider.format, in: models))
        } catch let error as ModelError {
            return ProviderCheck(reachable: false, problem: error.message)
        } catch {
            return ProviderCheck(reachable: false, problem: "The check was stopped.")
        }
    }

    /// What is to be said when the row names a model that is not on the list.
    ///
    /// No failure: some makers serve more than they list.
    private static func missing(_ row: Provider, _ format: any WireFormat, in models: [String]) -> String? {
        let named = [row.configuredModel] + ModelTier.allCases.map { row.model(of: $0) }
        guard let name = named.lazy.compactMap(\.self).first(where: { !format.has($0, in: models) }) else { return nil }
        let some = models.prefix(3).joined(separator: ", ")
        let listed = models.isEmpty ? "it lists none" : "it lists \(models.count), such as \(some)"
        return "The provider answers, but does not list the model \(name); \(listed)."
    }
}
