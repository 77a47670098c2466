import Domain

/// A machine on which no provider answers, and only those exist that need no key.
struct NoProviders: ProviderChecks, ModelProviders {
    func check(_ row: Provider) async -> ProviderCheck { ProviderCheck(reachable: false, problem: "Nobody answers.") }

    func provider(for row: Provider) throws -> any ModelProvider {
        guard !row.kind.defaults.needsKey else { throw ModelError(.unauthorized, "There is no key.") }
        return Silent()
    }

    private struct Silent: ModelProvider {
        func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {}
    }
}
