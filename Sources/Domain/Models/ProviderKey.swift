/// Whether a provider has a key, and where it is from; never the key.
package struct ProviderKey: Codable, Hashable, Sendable {
    package enum Source: String, Codable, Sendable {
        /// A secret of the provider's own.
        case secret
        /// A secret that the provider's row names.
        case reference = "secret_ref"
        case environment
    }

    /// `nil` where there is none.
    package var source: Source?
    /// The name of the secret or of the environment variable.
    package var name: String?
    /// Whether the provider answers nobody without a key.
    package var isNeeded: Bool
    /// Why it cannot be told.
    package var problem: String?

    package init(source: Source? = nil, name: String? = nil, isNeeded: Bool, problem: String? = nil) {
        self.source = source
        self.name = name
        self.isNeeded = isNeeded
        self.problem = problem
    }

    package var isThere: Bool { source != nil }
}
