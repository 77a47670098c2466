/// What was decided about an approval; the audit trail.
package struct ApprovalDecision: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ApprovalDecision>

    package var id: ID
    package var companyID: Company.ID
    /// A value of ``ApprovalKind`` or another word for what was decided; the list is open.
    package var approvalKind: String
    /// The approval item, or the request in the place that it came from.
    package var approvalRefID: String
    package var decision: ApprovalVerdict
    package var decidedByOperatorID: Operator.ID?
    package var rationale: String?
    package var payload: JSONColumn<JSONValue>
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case approvalKind = "approval_kind"
        case approvalRefID = "approval_ref_id"
        case decision
        case decidedByOperatorID = "decided_by_operator_id"
        case rationale
        case payload = "payload_json"
        case createdAt = "created_at"
    }

    package init(
        id: ID, companyID: Company.ID, approvalKind: String, approvalRefID: String, decision: ApprovalVerdict,
        decidedByOperatorID: Operator.ID? = nil, rationale: String? = nil, payload: JSONColumn<JSONValue> = JSONColumn([:]),
        createdAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.approvalKind = approvalKind
        self.approvalRefID = approvalRefID
        self.decision = decision
        self.decidedByOperatorID = decidedByOperatorID
        self.rationale = rationale
        self.payload = payload
        self.createdAt = createdAt
    }
}
