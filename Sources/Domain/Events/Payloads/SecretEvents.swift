/// A secret was set, or set anew; what it is, is told nowhere.
package struct SecretSet: EventPayload {
    package static let type = EventType.secretSet

    package let name: String
    /// The provider whose key it is.
    package let providerID: Provider.ID?

    package init(name: String, providerID: Provider.ID?) {
        self.name = name
        self.providerID = providerID
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case providerID = "provider_id"
    }
}

/// A secret was taken away.
package struct SecretRemoved: EventPayload {
    package static let type = EventType.secretRemoved

    package let name: String
    /// The provider whose key it was.
    package let providerID: Provider.ID?

    package init(name: String, providerID: Provider.ID?) {
        self.name = name
        self.providerID = providerID
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case providerID = "provider_id"
    }
}
