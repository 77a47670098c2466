package import Domain

extension ProviderCatalog: ProviderChecks {
    package func key(of row: Provider) -> ProviderKey { keys.source(for: row) }

    package func check(_ row: Provider) async -> ProviderCheck {
        if row.kind == .practice { return ProviderCheck(reachable: true, models: [row.defaultModel].compactMap(\.self)) }
        do {
            let provider = try chatProvider(for: row)
            // OpenRouter lists its models to everybody, so that the list says nothing of the key.
            if row.kind == .openrouter { _ = try await provider.get("key", limit: ErrorBody.sizeLimit) }
            return ProviderCheck(reachable: true, models: try await provider.models())
        } catch let error as ModelError {
            return ProviderCheck(reachable: false, problem: error.message)
        } catch {
            return ProviderCheck(reachable: false, problem: "The check was stopped.")
        }
    }
}
