/// Tries out a provider as it is set up.
package protocol ProviderChecks: Sendable {
    /// Calls the provider that `row` describes for its list of models, and its key where that list is open to all.
    ///
    /// Takes up to half a minute a call. Spends no tokens.
    func check(_ row: Provider) async -> ProviderCheck

    /// Whether there is a key for the provider, and where it is from.
    func key(of row: Provider) -> ProviderKey

    /// Whether the server's environment has a variable of this name that says something.
    func isSet(variable name: String) -> Bool
}

/// What trying out a provider found.
package struct ProviderCheck: Codable, Hashable, Sendable {
    /// The provider answered and accepted the key.
    package var reachable: Bool
    /// The names of its models, sorted.
    package var models: [String]
    /// What is wrong, in a sentence for people that never holds a key; `nil` when nothing is.
    package var problem: String?

    package init(reachable: Bool, models: [String] = [], problem: String? = nil) {
        self.reachable = reachable
        self.models = models
        self.problem = problem
    }
}
