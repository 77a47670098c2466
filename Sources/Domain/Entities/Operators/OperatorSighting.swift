/// How far a person has seen what happened in a company.
package struct OperatorSighting: Codable, Hashable, Sendable {
    package var operatorID: Operator.ID
    package var companyID: Company.ID
    /// The number of the last event that they have seen.
    package var seq: Int
    package var seenAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case operatorID = "operator_id"
        case companyID = "company_id"
        case seq
        case seenAt = "seen_at"
    }

    package init(operatorID: Operator.ID, companyID: Company.ID, seq: Int, seenAt: Timestamp) {
        self.operatorID = operatorID
        self.companyID = companyID
        self.seq = seq
        self.seenAt = seenAt
    }
}
