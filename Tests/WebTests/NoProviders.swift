import Domain

/// A machine on which no provider answers, and only those exist that need no key.
struct NoProviders: ProviderChecks, ModelProviders {
    let secrets: Secrets

    func key(of row: Provider) -> ProviderKey {
        let name = SecretName.key(of: row.id).text
        let isThere = (try? secrets.value(of: name)) != nil  // memory always answers
        return ProviderKey(source: isThere ? .secret : nil, name: isThere ? name : nil, isNeeded: row.kind.defaults.needsKey)
    }

    func isSet(variable name: String) -> Bool { name == "MY_KEY" }

    func check(_ row: Provider) async -> ProviderCheck { ProviderCheck(reachable: false, problem: "Nobody answers.") }

    func provider(for row: Provider) throws -> any ModelProvider {
        guard !row.kind.defaults.needsKey || key(of: row).isThere else { throw ModelError(.unauthorized, "There is no key.") }
        return Silent()
    }

    private struct Silent: ModelProvider {
        func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {}
    }
}
