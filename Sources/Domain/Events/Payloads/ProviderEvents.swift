/// A model provider was set up.
package struct ProviderAdded: EventPayload {
    package static let type = EventType.providerAdded

    package let providerID: Provider.ID
    package let name: String
    package let kind: ProviderKind
    package let privacyTier: PrivacyTier

    package init(providerID: Provider.ID, name: String, kind: ProviderKind, privacyTier: PrivacyTier) {
        self.providerID = providerID
        self.name = name
        self.kind = kind
        self.privacyTier = privacyTier
    }

    private enum CodingKeys: String, CodingKey {
        case providerID = "provider_id"
        case name
        case kind
        case privacyTier = "privacy_tier"
    }
}

/// A model provider was changed.
package struct ProviderUpdated: EventPayload {
    package static let type = EventType.providerUpdated

    package let providerID: Provider.ID
    /// The columns that changed; what they hold is not told.
    package let patchedKeys: [String]
    package let name: String
    package let enabled: Bool

    package init(providerID: Provider.ID, patchedKeys: [String], name: String, enabled: Bool) {
        self.providerID = providerID
        self.patchedKeys = patchedKeys
        self.name = name
        self.enabled = enabled
    }

    private enum CodingKeys: String, CodingKey {
        case providerID = "provider_id"
        case patchedKeys = "patched_keys"
        case name
        case enabled
    }
}

/// A model provider was removed.
package struct ProviderRemoved: EventPayload {
    package static let type = EventType.providerRemoved

    package let providerID: Provider.ID
    package let name: String

    package init(providerID: Provider.ID, name: String) {
        self.providerID = providerID
        self.name = name
    }

    private enum CodingKeys: String, CodingKey {
        case providerID = "provider_id"
        case name
    }
}

/// A provider has failed, and is left alone until a time.
package struct ProviderWentAway: EventPayload {
    package static let type = EventType.providerWentAway

    package let providerID: Provider.ID
    /// The class of the failure, for programs; see ``ModelError/Class``.
    package let errorClass: String
    package let error: String
    package let until: Timestamp

    package init(providerID: Provider.ID, errorClass: String, error: String, until: Timestamp) {
        self.providerID = providerID
        self.errorClass = errorClass
        self.error = error
        self.until = until
    }

    private enum CodingKeys: String, CodingKey {
        case providerID = "provider_id"
        case errorClass = "error_class"
        case error
        case until
    }
}

/// A provider that was left alone has answered, and is asked again.
package struct ProviderCameBack: EventPayload {
    package static let type = EventType.providerCameBack

    package let providerID: Provider.ID

    package init(providerID: Provider.ID) { self.providerID = providerID }

    private enum CodingKeys: String, CodingKey { case providerID = "provider_id" }
}
