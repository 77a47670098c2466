/// Something that waits, or waited, for a human's decision.
package struct ApprovalItem: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ApprovalItem>

    package var id: ID
    package var companyID: Company.ID
    package var kind: ApprovalKind
    package var status: ApprovalStatus
    package var priority: Priority
    package var requestedByOperatorID: Operator.ID?
    package var requestedByEmployeeID: Employee.ID?
    package var subjectRefKind: ApprovalSubject
    /// The id of what the item is about; the table is told by the kind.
    package var subjectRefID: String
    /// What is asked, for people.
    package var summary: String
    package var payload: JSONColumn<JSONValue>
    package var createdAt: Timestamp
    package var resolvedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case kind
        case status
        case priority
        case requestedByOperatorID = "requested_by_operator_id"
        case requestedByEmployeeID = "requested_by_employee_id"
        case subjectRefKind = "subject_ref_kind"
        case subjectRefID = "subject_ref_id"
        case summary
        case payload = "payload_json"
        case createdAt = "created_at"
        case resolvedAt = "resolved_at"
    }

    package init(
        id: ID, companyID: Company.ID, kind: ApprovalKind, status: ApprovalStatus = .pending, priority: Priority = .medium,
        requestedByOperatorID: Operator.ID? = nil, requestedByEmployeeID: Employee.ID? = nil, subjectRefKind: ApprovalSubject,
        subjectRefID: String, summary: String, payload: JSONColumn<JSONValue> = JSONColumn([:]), createdAt: Timestamp,
        resolvedAt: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.kind = kind
        self.status = status
        self.priority = priority
        self.requestedByOperatorID = requestedByOperatorID
        self.requestedByEmployeeID = requestedByEmployeeID
        self.subjectRefKind = subjectRefKind
        self.subjectRefID = subjectRefID
        self.summary = summary
        self.payload = payload
        self.createdAt = createdAt
        self.resolvedAt = resolvedAt
    }
}
