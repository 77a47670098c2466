/// What a company aims for.
package struct Goal: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Goal>

    package var id: ID
    package var companyID: Company.ID
    package var title: String
    package var description: String
    package var status: GoalStatus
    /// From 0 to 100, computed from the goal's projects.
    package var progressPct: Int
    package var targetDate: Timestamp?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Chosen by whoever created the row, so that saying the same twice creates it once.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case title
        case description
        case status
        case progressPct = "progress_pct"
        case targetDate = "target_date"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, title: String, description: String = "", status: GoalStatus = .active,
        progressPct: Int = 0, targetDate: Timestamp? = nil, createdAt: Timestamp, updatedAt: Timestamp, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.title = title
        self.description = description
        self.status = status
        self.progressPct = progressPct
        self.targetDate = targetDate
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.clientKey = clientKey
    }
}
