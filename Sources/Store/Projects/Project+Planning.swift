package import Domain

extension Project {
    /// What a project is planned with.
    package struct Draft: Sendable {
        package var title: String
        package var description: String
        package var goal: Goal.ID?
        package var lead: Employee.ID?
        package var priority: Priority
        package var targetDate: Timestamp?
        package var clientKey: String?

        package init(
            title: String, description: String = "", goal: Goal.ID? = nil, lead: Employee.ID? = nil, priority: Priority = .medium,
            targetDate: Timestamp? = nil, clientKey: String? = nil
        ) {
            self.title = title
            self.description = description
            self.goal = goal
            self.lead = lead
            self.priority = priority
            self.targetDate = targetDate
            self.clientKey = clientKey
        }
    }

    /// Plans a project.
    ///
    /// A known client key returns that project.
    ///
    /// - Throws: ``RuleViolation``.
    package static func plan(
        _ draft: Draft, for company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> Project {
        if let known = try transaction.known(Project.self, clientKey: draft.clientKey, company: company) { return known }
        if let goal = draft.goal { _ = try Goal.require(goal, of: company, field: "goal_id", in: transaction) }
        if let lead = draft.lead { _ = try Employee.requireColleague(lead, of: company, field: "lead_id", in: transaction) }
        let project = Project(
            id: transaction.makeID(), companyID: company, goalID: draft.goal,
            title: try RuleViolation.nonBlank(draft.title, "title"),
            description: try RuleViolation.description(draft.description), leadID: draft.lead, priority: draft.priority,
            targetDate: draft.targetDate,
            createdAt: transaction.now, updatedAt: transaction.now, clientKey: draft.clientKey)
        try transaction.insert(project)
        try transaction.record(
            ProjectCreated(projectID: project.id, title: project.title, goalID: project.goalID, createdAt: transaction.now),
            company: company, by: author.actor)
        return project
    }

    /// Counts a ticket to the project, once.
    ///
    /// - Throws: ``RuleViolation``.
    package func link(_ ticket: Ticket.ID, by author: Author, in transaction: any Transaction) throws {
        _ = try Ticket.require(ticket, of: companyID, field: "ticket_id", in: transaction)
        let changed = try transaction.execute(
            "INSERT INTO project_tickets (project_id, ticket_id) VALUES (\(id), \(ticket)) ON CONFLICT DO NOTHING")
        guard changed == 1 else { return }
        try transaction.record(
            ProjectTicketLinked(projectID: id, ticketID: ticket, linkedAt: transaction.now), company: companyID, by: author.actor)
    }

    package func tickets(in transaction: any Transaction) throws -> [Ticket] {
        try transaction.all(
            """
            SELECT \(columns: Ticket.self, of: "t") FROM project_tickets p JOIN tickets t ON t.id = p.ticket_id
            WHERE p.project_id = \(id) ORDER BY t.number, t.id
            """)
    }

    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [Project] {
        try transaction.select("WHERE company_id = \(company) ORDER BY created_at DESC, id DESC")
    }
}
