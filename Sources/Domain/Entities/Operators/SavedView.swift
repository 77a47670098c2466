/// A list of the cockpit that a person has kept under a name: which page, and what is asked of it.
package struct SavedView: Codable, Hashable, Sendable {
    package typealias ID = Identifier<SavedView>

    package var id: ID
    package var operatorID: Operator.ID
    package var companyID: Company.ID
    /// Such as `board`.
    package var page: String
    /// Unique among the person's views of the page.
    package var name: String
    /// What stands behind the question mark of the page's address.
    package var query: String
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case operatorID = "operator_id"
        case companyID = "company_id"
        case page
        case name
        case query
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, operatorID: Operator.ID, companyID: Company.ID, page: String, name: String, query: String = "",
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.operatorID = operatorID
        self.companyID = companyID
        self.page = page
        self.name = name
        self.query = query
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
