/// A permission that an extension asked for.
package struct AuthorityRequest: Codable, Hashable, Sendable {
    package typealias ID = Identifier<AuthorityRequest>

    package var id: ID
    package var extensionID: Extension.ID
    package var employeeID: Employee.ID?
    package var resourceKind: ResourceKind
    /// The name of a capability, or a path.
    package var resourceID: String
    package var requestedPermission: Permission
    package var status: AuthorityRequestStatus
    package var reason: String?
    package var createdAt: Timestamp
    package var reviewedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case extensionID = "extension_id"
        case employeeID = "employee_id"
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case requestedPermission = "requested_permission"
        case status
        case reason
        case createdAt = "created_at"
        case reviewedAt = "reviewed_at"
    }

    package init(
        id: ID, extensionID: Extension.ID, employeeID: Employee.ID? = nil, resourceKind: ResourceKind, resourceID: String,
        requestedPermission: Permission, status: AuthorityRequestStatus = .pending, reason: String? = nil, createdAt: Timestamp,
        reviewedAt: Timestamp? = nil
    ) {
        self.id = id
        self.extensionID = extensionID
        self.employeeID = employeeID
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.requestedPermission = requestedPermission
        self.status = status
        self.reason = reason
        self.createdAt = createdAt
        self.reviewedAt = reviewedAt
    }
}
