/// Somebody may do something, or must not.
package struct AuthorityGrantCreated: EventPayload {
    package static let type = EventType.authorityGrantCreated

    package let grantID: AuthorityGrant.ID
    package let scopeKind: GrantScope
    package let scopeID: String
    package let resourceKind: ResourceKind
    package let resourceID: String
    package let permission: Permission
    /// The request that was granted.
    package let requestID: AuthorityRequest.ID?

    package init(
        grantID: AuthorityGrant.ID, scopeKind: GrantScope, scopeID: String, resourceKind: ResourceKind, resourceID: String,
        permission: Permission, requestID: AuthorityRequest.ID? = nil
    ) {
        self.grantID = grantID
        self.scopeKind = scopeKind
        self.scopeID = scopeID
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.permission = permission
        self.requestID = requestID
    }

    private enum CodingKeys: String, CodingKey {
        case grantID = "grant_id"
        case scopeKind = "scope_kind"
        case scopeID = "scope_id"
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case permission
        case requestID = "request_id"
    }
}

/// A grant was taken back.
package struct AuthorityGrantDeleted: EventPayload {
    package static let type = EventType.authorityGrantDeleted

    package let grantID: AuthorityGrant.ID
    package let scopeKind: GrantScope
    package let scopeID: String
    package let resourceKind: ResourceKind
    package let resourceID: String
    package let permission: Permission

    package init(
        grantID: AuthorityGrant.ID, scopeKind: GrantScope, scopeID: String, resourceKind: ResourceKind, resourceID: String,
        permission: Permission
    ) {
        self.grantID = grantID
        self.scopeKind = scopeKind
        self.scopeID = scopeID
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.permission = permission
    }

    private enum CodingKeys: String, CodingKey {
        case grantID = "grant_id"
        case scopeKind = "scope_kind"
        case scopeID = "scope_id"
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case permission
    }
}

/// A human decided on what an extension wants to do.
package struct AuthorityRequestReviewed: EventPayload {
    package static let type = EventType.authorityRequestReviewed

    package let requestID: AuthorityRequest.ID
    package let extensionID: Extension.ID
    package let resourceKind: ResourceKind
    package let resourceID: String
    package let requestedPermission: Permission
    package let decision: ApprovalVerdict
    /// What was granted.
    package let grantID: AuthorityGrant.ID?

    package init(
        requestID: AuthorityRequest.ID, extensionID: Extension.ID, resourceKind: ResourceKind, resourceID: String,
        requestedPermission: Permission, decision: ApprovalVerdict, grantID: AuthorityGrant.ID? = nil
    ) {
        self.requestID = requestID
        self.extensionID = extensionID
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.requestedPermission = requestedPermission
        self.decision = decision
        self.grantID = grantID
    }

    private enum CodingKeys: String, CodingKey {
        case requestID = "request_id"
        case extensionID = "extension_id"
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case requestedPermission = "requested_permission"
        case decision
        case grantID = "grant_id"
    }
}

/// Somebody tried what they must not do.
package struct AuthorityViolation: EventPayload {
    package static let type = EventType.authorityViolation

    package let resourceKind: ResourceKind
    /// Such as the name of a tool.
    package let resourceID: String
    package let serverID: MCPServer.ID?
    package let runID: Run.ID?
    package let reason: AuthorityRefusal

    package init(
        resourceKind: ResourceKind, resourceID: String, serverID: MCPServer.ID? = nil, runID: Run.ID? = nil,
        reason: AuthorityRefusal
    ) {
        self.resourceKind = resourceKind
        self.resourceID = resourceID
        self.serverID = serverID
        self.runID = runID
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case resourceKind = "resource_kind"
        case resourceID = "resource_id"
        case serverID = "server_id"
        case runID = "run_id"
        case reason
    }
}

/// Why something was not allowed.
package enum AuthorityRefusal: String, Vocabulary {
    case explicitDeny = "explicit-deny"
    case notAllowlisted = "not-allowlisted"
}
