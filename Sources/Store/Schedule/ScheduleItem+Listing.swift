package import Domain

extension ScheduleItem {
    /// The calendar of a company from one moment to another: what was put into it, and what is due anyway.
    ///
    /// - Parameter derived: Whether with the dates of tickets, projects and goals, which are no rows of their own.
    package static func list(
        of company: Company.ID, from: Timestamp? = nil, to: Timestamp? = nil, derived: Bool = true,
        in transaction: any Transaction
    ) throws -> [ScheduleItem] {
        let (from, to) = (from?.milliseconds ?? .min, to?.milliseconds ?? .max)
        let own = try transaction.select(
            ScheduleItem.self,
            """
            WHERE company_id = \(company) AND coalesce(ends_at, starts_at) >= \(from) AND starts_at <= \(to)
            ORDER BY starts_at, title, id LIMIT \(limit)
            """)
        guard derived else { return own }
        let tickets = try transaction.select(
            Ticket.self,
            "WHERE company_id = \(company) AND due_at BETWEEN \(from) AND \(to) ORDER BY due_at, title, id LIMIT \(limit)")
        let projects = try transaction.select(
            Project.self,
            "WHERE company_id = \(company) AND target_date BETWEEN \(from) AND \(to) ORDER BY target_date, id LIMIT \(limit)")
        let goals = try transaction.select(
            Goal.self,
            "WHERE company_id = \(company) AND target_date BETWEEN \(from) AND \(to) ORDER BY target_date, id LIMIT \(limit)")
        let all =
            own + tickets.compactMap(Self.init(dueDateOf:)) + projects.compactMap(Self.init(targetOf:))
            + goals.compactMap { Self(targetOf: $0, now: transaction.now) }
        return Array(all.sorted { ($0.startsAt, $0.title, $0.id) < ($1.startsAt, $1.title, $1.id) }.prefix(limit))
    }

    /// - Throws: ``RuleViolation``, a conflict for what is only a date of something else.
    package static func entry(
        _ id: ScheduleItem.ID, of company: Company.ID, in transaction: any Transaction
    ) throws -> ScheduleItem {
        let sources = [("ticket-due-", "ticket"), ("project-target-", "project"), ("goal-target-", "goal")]
        if let (_, what) = sources.first(where: { id.rawValue.hasPrefix($0.0) }) {
            throw RuleViolation.conflict("That is the date of a \(what), which is changed there.")
        }
        return try require(id, of: company, in: transaction)
    }

    private static let limit = 1000
}

// Dates of other things as entries of the calendar.
extension ScheduleItem {
    private init?(dueDateOf ticket: Ticket) {
        guard let due = ticket.dueAt else { return nil }
        self.init(
            id: ID("ticket-due-\(ticket.id)"), companyID: ticket.companyID, title: ticket.title, kind: .deadline,
            status: ticket.status == .done ? .completed : .scheduled, priority: ticket.priority, startsAt: due,
            ticketID: ticket.id, goalID: ticket.goalID, assigneeID: ticket.assigneeID, sourceKind: .ticketDue,
            sourceID: ticket.id.rawValue, createdByID: ticket.reporterID, createdByKind: ticket.reporterKind,
            createdAt: ticket.createdAt, updatedAt: ticket.updatedAt, completedAt: ticket.closedAt)
    }

    private init?(targetOf project: Project) {
        guard let target = project.targetDate else { return nil }
        let isOver = project.status == .completed || project.status == .archived
        self.init(
            id: ID("project-target-\(project.id)"), companyID: project.companyID, title: project.title, kind: .milestone,
            status: isOver ? .completed : .scheduled, priority: project.priority, startsAt: target, projectID: project.id,
            goalID: project.goalID, assigneeID: project.leadID, sourceKind: .projectDue, sourceID: project.id.rawValue,
            createdByID: Author.system.id, createdByKind: .system, createdAt: project.createdAt, updatedAt: project.updatedAt)
    }

    private init?(targetOf goal: Goal, now: Timestamp) {
        guard let target = goal.targetDate else { return nil }
        self.init(
            id: ID("goal-target-\(goal.id)"), companyID: goal.companyID, title: goal.title, kind: .milestone,
            status: goal.status == .active ? .scheduled : .completed,
            priority: goal.status == .active && target < now ? .high : .medium, startsAt: target, goalID: goal.id,
            sourceKind: .goalDue, sourceID: goal.id.rawValue, createdByID: Author.system.id, createdByKind: .system,
            createdAt: goal.createdAt, updatedAt: goal.updatedAt)
    }
}
