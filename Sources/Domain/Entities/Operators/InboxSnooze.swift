/// That something in a person's inbox is to stay out of it until a moment, or for good.
package struct InboxSnooze: Codable, Hashable, Sendable {
    package var operatorID: Operator.ID
    package var companyID: Company.ID
    package var itemKind: InboxKind
    /// The id of the question, review, budget, ticket, piece of work or thread.
    package var itemID: String
    package var until: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case operatorID = "operator_id"
        case companyID = "company_id"
        case itemKind = "item_kind"
        case itemID = "item_id"
        case until
    }

    package init(operatorID: Operator.ID, companyID: Company.ID, itemKind: InboxKind, itemID: String, until: Timestamp) {
        self.operatorID = operatorID
        self.companyID = companyID
        self.itemKind = itemKind
        self.itemID = itemID
        self.until = until
    }
}
