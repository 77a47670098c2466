package import Domain

extension Goal {
    /// What a goal is set with.
    package struct Draft: Sendable {
        package var title: String
        package var description: String
        package var targetDate: Timestamp?
        package var clientKey: String?

        package init(title: String, description: String = "", targetDate: Timestamp? = nil, clientKey: String? = nil) {
            self.title = title
            self.description = description
            self.targetDate = targetDate
            self.clientKey = clientKey
        }
    }

    /// Sets a goal and gives it, as a ticket, to the head of the company; where there is none yet, to the first who is hired.
    ///
    /// A known client key returns that goal.
    ///
    /// - Throws: ``RuleViolation``.
    package static func set(
        _ draft: Draft, for company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> Goal {
        if let known = try transaction.known(Goal.self, clientKey: draft.clientKey, company: company) { return known }
        let goal = Goal(
            id: transaction.makeID(), companyID: company, title: try RuleViolation.nonBlank(draft.title, "title", limit: 500),
            // Less than a ticket's, since the goal's own ticket says it and more.
            description: try RuleViolation.description(draft.description, limit: 40_000), targetDate: draft.targetDate,
            createdAt: transaction.now, updatedAt: transaction.now,
            clientKey: draft.clientKey)
        try transaction.insert(goal)
        try transaction.record(GoalCreated(goalID: goal.id, title: goal.title), company: company, by: author.actor)
        _ = try Ticket.file(
            Ticket.Draft(
                title: String("Reach the goal: \(goal.title)".prefix(200)), description: goal.brief, priority: .high,
                assignee: try OrgEdge.chief(of: company, in: transaction)?.id, labels: ["goal"], goal: goal.id),
            in: company, by: author, cause: .goal, transaction)
        return goal
    }

    /// Gives goals that nobody leads yet to the head of the company, if there is one now.
    static func giveWaiting(of company: Company.ID, in transaction: any Transaction) throws {
        let waiting = try transaction.select(
            Ticket.self,
            """
            WHERE company_id = \(company) AND goal_id IS NOT NULL AND parent_ticket_id IS NULL AND assignee_id IS NULL
              AND status = \(TicketStatus.open) ORDER BY number
            """)
        guard !waiting.isEmpty, let chief = try OrgEdge.chief(of: company, in: transaction) else { return }
        for ticket in waiting { try ticket.assign(to: chief.id, by: .system, cause: .goal, in: transaction) }
    }

    private var brief: String {
        "The goal of the company: \(title)\n\(description)".trimmed
            + "\n\nBreak it into tickets, give each to whoever does it best, and put what comes back together."
    }

    /// Works out the progress anew: the share of the goal's tickets that are done.
    ///
    /// The goal is achieved when all are; one that a person called achieved before stays so until there is more to do.
    ///
    /// - Parameter reopens: Whether there is more to do than before.
    static func recount(
        _ id: Goal.ID, of company: Company.ID, reopens: Bool = false, in transaction: any Transaction
    ) throws {
        guard let goal = try transaction.find(Goal.self, id), goal.status != .abandoned else { return }
        let tickets = try transaction.select(Ticket.self, "WHERE goal_id = \(id)")
        guard !tickets.isEmpty else { return }
        let done = tickets.count { $0.status == .done }
        let isAchieved = done == tickets.count || (goal.status == .achieved && !reopens)
        let status: GoalStatus = isAchieved ? .achieved : .active
        let progress = done * 100 / tickets.count
        guard goal.progressPct != progress || goal.status != status else { return }
        try transaction.execute(
            "UPDATE goals SET progress_pct = \(progress), status = \(status), updated_at = \(transaction.now) WHERE id = \(id)")
        try transaction.record(
            GoalProgressChanged(goalID: id, progressPct: progress, status: status), company: company, by: .orchestrator)
    }

    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [Goal] {
        try transaction.select("WHERE company_id = \(company) ORDER BY created_at DESC, id DESC")
    }
}
