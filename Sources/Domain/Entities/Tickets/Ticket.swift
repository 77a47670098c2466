/// A unit of accountable work.
package struct Ticket: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Ticket>

    package var id: ID
    package var companyID: Company.ID
    package var title: String
    package var description: String
    package var status: TicketStatus
    package var priority: Priority
    package var assigneeID: Employee.ID?
    /// The id of an operator or an employee, as the kind says.
    package var reporterID: String
    package var reporterKind: AuthorKind
    package var labels: JSONColumn<[String]>
    /// The tickets that must be done before this one.
    package var dependencies: JSONColumn<[Ticket.ID]>
    /// Within how many hours it should be resolved.
    package var slaHours: Int?
    package var dueAt: Timestamp?
    /// Where the ticket is discussed.
    package var threadID: Thread.ID?
    /// The goal that the ticket descends from.
    package var goalID: Goal.ID?
    /// The ticket that this one is a part of.
    package var parentTicketID: ID?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    package var closedAt: Timestamp?
    /// Chosen by whoever filed the ticket, so that filing it twice creates it once.
    ///
    /// Unique within the company.
    package var clientKey: String?
    /// The ticket's number for people, from 1 in each company.
    package var number: Int?
    /// Why the ticket is blocked, in words.
    package var blockedReason: String?
    /// The id of the person who blocked it by hand; nobody else lets it go on then.
    package var blockedBy: String?
    /// Grows with every change of what the ticket is or where it stands; comments leave it as it is.
    package var revision: Int

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case title
        case description
        case status
        case priority
        case assigneeID = "assignee_id"
        case reporterID = "reporter_id"
        case reporterKind = "reporter_kind"
        case labels = "labels_json"
        case dependencies = "dependencies_json"
        case slaHours = "sla_hours"
        case dueAt = "due_at"
        case threadID = "thread_id"
        case goalID = "goal_id"
        case parentTicketID = "parent_ticket_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case closedAt = "closed_at"
        case clientKey = "client_key"
        case number
        case blockedReason = "blocked_reason"
        case blockedBy = "blocked_by"
        case revision
    }

    package init(
        id: ID, companyID: Company.ID, title: String, description: String = "", status: TicketStatus = .open,
        priority: Priority = .medium, assigneeID: Employee.ID? = nil, reporterID: String, reporterKind: AuthorKind = .user,
        labels: JSONColumn<[String]> = [], dependencies: JSONColumn<[Ticket.ID]> = [], slaHours: Int? = nil,
        dueAt: Timestamp? = nil, threadID: Thread.ID? = nil, goalID: Goal.ID? = nil, parentTicketID: ID? = nil,
        createdAt: Timestamp, updatedAt: Timestamp, closedAt: Timestamp? = nil, clientKey: String? = nil, number: Int? = nil,
        blockedReason: String? = nil, blockedBy: String? = nil, revision: Int = 0
    ) {
        self.id = id
        self.companyID = companyID
        self.title = title
        self.description = description
        self.status = status
        self.priority = priority
        self.assigneeID = assigneeID
        self.reporterID = reporterID
        self.reporterKind = reporterKind
        self.labels = labels
        self.dependencies = dependencies
        self.slaHours = slaHours
        self.dueAt = dueAt
        self.threadID = threadID
        self.goalID = goalID
        self.parentTicketID = parentTicketID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.closedAt = closedAt
        self.clientKey = clientKey
        self.number = number
        self.blockedReason = blockedReason
        self.blockedBy = blockedBy
        self.revision = revision
    }
}
