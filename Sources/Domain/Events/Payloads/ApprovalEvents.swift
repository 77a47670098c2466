/// A human decided on an approval.
package struct ApprovalReviewed: EventPayload {
    package static let type = EventType.approvalReviewed

    package let approvalKind: ApprovalKind
    package let approvalRefID: String
    package let decision: ApprovalVerdict
    package let subjectRefKind: ApprovalSubject
    package let subjectRefID: String
    package let rationale: String?

    package init(
        approvalKind: ApprovalKind, approvalRefID: String, decision: ApprovalVerdict, subjectRefKind: ApprovalSubject,
        subjectRefID: String, rationale: String? = nil
    ) {
        self.approvalKind = approvalKind
        self.approvalRefID = approvalRefID
        self.decision = decision
        self.subjectRefKind = subjectRefKind
        self.subjectRefID = subjectRefID
        self.rationale = rationale
    }

    private enum CodingKeys: String, CodingKey {
        case approvalKind = "approval_kind"
        case approvalRefID = "approval_ref_id"
        case decision
        case subjectRefKind = "subject_ref_kind"
        case subjectRefID = "subject_ref_id"
        case rationale
    }
}
