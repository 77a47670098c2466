/// A model provider that has been set up.
///
/// Its key is kept elsewhere, see ``SecretStore``.
package struct Provider: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Provider>

    package var id: ID
    package var name: String
    package var kind: ProviderKind
    /// Base URL, default model and the like.
    ///
    /// Never a secret.
    package var config: JSONColumn<JSONValue>
    package var privacyTier: PrivacyTier
    package var enabled: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case name
        case kind
        case config = "config_json"
        case privacyTier = "privacy_tier"
        case enabled
    }

    package init(
        id: ID, name: String, kind: ProviderKind, config: JSONColumn<JSONValue> = JSONColumn([:]), privacyTier: PrivacyTier,
        enabled: Bool = true
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.config = config
        self.privacyTier = privacyTier
        self.enabled = enabled
    }
}
