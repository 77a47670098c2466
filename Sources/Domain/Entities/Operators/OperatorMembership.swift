/// What an operator may do in one company.
package struct OperatorMembership: Codable, Hashable, Sendable {
    package typealias ID = Identifier<OperatorMembership>

    package var id: ID
    package var operatorID: Operator.ID
    package var companyID: Company.ID
    package var role: OperatorRole
    package var sourceKind: MembershipSource
    /// The workspace in the cloud that the membership comes from, when it is hosted.
    package var cloudWorkspaceID: String?
    /// The invitation in the cloud that led to this membership.
    package var hostedInviteID: String?
    package var canApproveBudget: Bool
    package var canApproveAuthority: Bool
    package var canManageRoutines: Bool
    package var canManageRuntimes: Bool
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case operatorID = "operator_id"
        case companyID = "company_id"
        case role
        case sourceKind = "source_kind"
        case cloudWorkspaceID = "cloud_workspace_id"
        case hostedInviteID = "hosted_invite_id"
        case canApproveBudget = "can_approve_budget"
        case canApproveAuthority = "can_approve_authority"
        case canManageRoutines = "can_manage_routines"
        case canManageRuntimes = "can_manage_runtimes"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, operatorID: Operator.ID, companyID: Company.ID, role: OperatorRole, sourceKind: MembershipSource = .local,
        cloudWorkspaceID: String? = nil, hostedInviteID: String? = nil, canApproveBudget: Bool = false,
        canApproveAuthority: Bool = false, canManageRoutines: Bool = false, canManageRuntimes: Bool = false, createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.operatorID = operatorID
        self.companyID = companyID
        self.role = role
        self.sourceKind = sourceKind
        self.cloudWorkspaceID = cloudWorkspaceID
        self.hostedInviteID = hostedInviteID
        self.canApproveBudget = canApproveBudget
        self.canApproveAuthority = canApproveAuthority
        self.canManageRoutines = canManageRoutines
        self.canManageRuntimes = canManageRuntimes
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
