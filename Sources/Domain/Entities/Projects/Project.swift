/// Work towards a goal, made of tickets; stands alone when it has no goal.
package struct Project: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Project>

    package var id: ID
    package var companyID: Company.ID
    /// Absent when the project stands alone.
    package var goalID: Goal.ID?
    package var title: String
    package var description: String
    package var status: ProjectStatus
    package var leadID: Employee.ID?
    package var priority: Priority
    package var targetDate: Timestamp?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Chosen by whoever created the row, so that saying the same twice creates it once.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case goalID = "goal_id"
        case title
        case description
        case status
        case leadID = "lead_id"
        case priority
        case targetDate = "target_date"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, goalID: Goal.ID? = nil, title: String, description: String = "",
        status: ProjectStatus = .planning, leadID: Employee.ID? = nil, priority: Priority = .medium, targetDate: Timestamp? = nil,
        createdAt: Timestamp, updatedAt: Timestamp, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.goalID = goalID
        self.title = title
        self.description = description
        self.status = status
        self.leadID = leadID
        self.priority = priority
        self.targetDate = targetDate
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.clientKey = clientKey
    }
}
