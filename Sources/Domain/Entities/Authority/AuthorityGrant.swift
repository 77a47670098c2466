/// A permission over a capability or a path.
package struct AuthorityGrant: Codable, Hashable, Sendable {
    package typealias ID = Identifier<AuthorityGrant>

    package var id: ID
    package var scopeKind: GrantScope
    /// The id of a company, an employee or an extension, as the kind says.
    package var scopeID: String
    package var resourceKind: ResourceKind
    /// The name of a capability, or a path.
    package var resourceID: String
    package var permission: Permission
    package var metadata: JSONColumn<JSONValue>?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case scopeKind = "scope_kind"
        case scopeID = "scope_id"
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case permission
        case metadata = "metadata_json"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, scopeKind: GrantScope, scopeID: String, resourceKind: ResourceKind, resourceID: String, permission: Permission,
        metadata: JSONColumn<JSONValue>? = nil, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.scopeKind = scopeKind
        self.scopeID = scopeID
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.permission = permission
        self.metadata = metadata
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
