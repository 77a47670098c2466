/// A work product or recorded outcome.
///
/// There is one per company, kind and source.
package struct Artifact: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Artifact>

    package var id: ID
    package var companyID: Company.ID
    package var kind: ArtifactKind
    package var outcomeKind: ArtifactOutcome
    package var status: ArtifactStatus
    package var title: String
    package var summary: String?
    package var sourceKind: ArtifactSource
    /// The id of the row it came from; the table is told by the kind.
    package var sourceRefID: String
    package var ticketID: Ticket.ID?
    package var fileID: VaultFile.ID?
    package var approvalItemID: ApprovalItem.ID?
    package var approvalDecisionID: ApprovalDecision.ID?
    /// Where it is, when it is outside of the program.
    package var uri: String?
    /// What a preview shows.
    package var preview: JSONColumn<JSONValue>
    package var createdByEmployeeID: Employee.ID?
    package var createdByRoutineID: Routine.ID?
    package var approvedByOperatorID: Operator.ID?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case kind
        case outcomeKind = "outcome_kind"
        case status
        case title
        case summary
        case sourceKind = "source_kind"
        case sourceRefID = "source_ref_id"
        case ticketID = "ticket_id"
        case fileID = "file_id"
        case approvalItemID = "approval_item_id"
        case approvalDecisionID = "approval_decision_id"
        case uri
        case preview = "preview_json"
        case createdByEmployeeID = "created_by_employee_id"
        case createdByRoutineID = "created_by_routine_id"
        case approvedByOperatorID = "approved_by_operator_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID, kind: ArtifactKind, outcomeKind: ArtifactOutcome = .artifactCreated,
        status: ArtifactStatus = .ready, title: String, summary: String? = nil, sourceKind: ArtifactSource, sourceRefID: String,
        ticketID: Ticket.ID? = nil, fileID: VaultFile.ID? = nil, approvalItemID: ApprovalItem.ID? = nil,
        approvalDecisionID: ApprovalDecision.ID? = nil, uri: String? = nil, preview: JSONColumn<JSONValue> = JSONColumn([:]),
        createdByEmployeeID: Employee.ID? = nil, createdByRoutineID: Routine.ID? = nil, approvedByOperatorID: Operator.ID? = nil,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.kind = kind
        self.outcomeKind = outcomeKind
        self.status = status
        self.title = title
        self.summary = summary
        self.sourceKind = sourceKind
        self.sourceRefID = sourceRefID
        self.ticketID = ticketID
        self.fileID = fileID
        self.approvalItemID = approvalItemID
        self.approvalDecisionID = approvalDecisionID
        self.uri = uri
        self.preview = preview
        self.createdByEmployeeID = createdByEmployeeID
        self.createdByRoutineID = createdByRoutineID
        self.approvedByOperatorID = approvedByOperatorID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
