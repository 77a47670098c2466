/// An entry of a company's calendar.
package struct ScheduleItem: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ScheduleItem>

    package var id: ID
    package var companyID: Company.ID
    package var title: String
    package var description: String
    package var kind: ScheduleKind
    package var status: ScheduleStatus
    package var priority: Priority
    package var startsAt: Timestamp
    package var endsAt: Timestamp?
    package var reminderAt: Timestamp?
    package var ticketID: Ticket.ID?
    package var projectID: Project.ID?
    package var goalID: Goal.ID?
    package var assigneeID: Employee.ID?
    /// The request that wakes the assignee.
    package var wakeupRequestID: WakeupRequest.ID?
    package var sourceKind: ScheduleSource
    /// The id of the row it came from.
    package var sourceID: String?
    /// The id of an operator or an employee, as the kind says.
    package var createdByID: String
    package var createdByKind: AuthorKind
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    package var completedAt: Timestamp?
    /// Chosen by whoever made the item, so that saying the same twice makes it once.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case title
        case description
        case kind
        case status
        case priority
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case reminderAt = "reminder_at"
        case ticketID = "ticket_id"
        case projectID = "project_id"
        case goalID = "goal_id"
        case assigneeID = "assignee_id"
        case wakeupRequestID = "wakeup_request_id"
        case sourceKind = "source_kind"
        case sourceID = "source_id"
        case createdByID = "created_by_id"
        case createdByKind = "created_by_kind"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case completedAt = "completed_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, title: String, description: String = "", kind: ScheduleKind = .task,
        status: ScheduleStatus = .scheduled, priority: Priority = .medium, startsAt: Timestamp, endsAt: Timestamp? = nil,
        reminderAt: Timestamp? = nil, ticketID: Ticket.ID? = nil, projectID: Project.ID? = nil, goalID: Goal.ID? = nil,
        assigneeID: Employee.ID? = nil, wakeupRequestID: WakeupRequest.ID? = nil, sourceKind: ScheduleSource = .manual,
        sourceID: String? = nil, createdByID: String, createdByKind: AuthorKind = .user, createdAt: Timestamp,
        updatedAt: Timestamp, completedAt: Timestamp? = nil, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.title = title
        self.description = description
        self.kind = kind
        self.status = status
        self.priority = priority
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.reminderAt = reminderAt
        self.ticketID = ticketID
        self.projectID = projectID
        self.goalID = goalID
        self.assigneeID = assigneeID
        self.wakeupRequestID = wakeupRequestID
        self.sourceKind = sourceKind
        self.sourceID = sourceID
        self.createdByID = createdByID
        self.createdByKind = createdByKind
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.completedAt = completedAt
        self.clientKey = clientKey
    }
}
