/// A human who oversees companies, at this machine or through the cloud.
package struct Operator: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Operator>

    package var id: ID
    package var displayName: String
    package var email: String?
    package var authMode: OperatorAuthMode
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case displayName = "display_name"
        case email
        case authMode = "auth_mode"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, displayName: String, email: String? = nil, authMode: OperatorAuthMode = .local, createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.displayName = displayName
        self.email = email
        self.authMode = authMode
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
