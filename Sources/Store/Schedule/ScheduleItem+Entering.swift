package import Domain

extension ScheduleItem: CompanyRecord { package static let noun = "calendar entry" }

extension ScheduleItem {
    /// What is put into the calendar.
    package struct Draft: Sendable {
        package var title: String
        package var description: String
        package var kind: ScheduleKind
        package var priority: Priority
        package var startsAt: Timestamp
        package var endsAt: Timestamp?
        package var reminderAt: Timestamp?
        package var ticket: Ticket.ID?
        package var project: Project.ID?
        package var goal: Goal.ID?
        package var assignee: Employee.ID?
        package var clientKey: String?

        package init(
            title: String, description: String = "", kind: ScheduleKind = .task, priority: Priority = .medium,
            startsAt: Timestamp, endsAt: Timestamp? = nil, reminderAt: Timestamp? = nil, ticket: Ticket.ID? = nil,
            project: Project.ID? = nil, goal: Goal.ID? = nil, assignee: Employee.ID? = nil, clientKey: String? = nil
        ) {
            self.title = title
            self.description = description
            self.kind = kind
            self.priority = priority
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.reminderAt = reminderAt
            self.ticket = ticket
            self.project = project
            self.goal = goal
            self.assignee = assignee
            self.clientKey = clientKey
        }
    }

    /// Puts something into the calendar; its assignee is woken when it begins, at once where that is past, and reminded before.
    ///
    /// A known client key returns that entry.
    ///
    /// - Throws: ``RuleViolation``.
    package static func enter(
        _ draft: Draft, of company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> ScheduleItem {
        if let known = try transaction.known(ScheduleItem.self, clientKey: draft.clientKey, company: company) { return known }
        var item = ScheduleItem(
            id: transaction.makeID(), companyID: company, title: draft.title, description: draft.description, kind: draft.kind,
            priority: draft.priority, startsAt: draft.startsAt, endsAt: draft.endsAt, reminderAt: draft.reminderAt,
            ticketID: draft.ticket, projectID: draft.project, goalID: draft.goal, assigneeID: draft.assignee,
            createdByID: author.id, createdByKind: author.kind, createdAt: transaction.now, updatedAt: transaction.now,
            clientKey: draft.clientKey)
        try item.check(in: transaction)
        if let assignee = item.assigneeID {
            _ = try Employee.requireColleague(assignee, of: company, field: "assignee_id", in: transaction)
        }
        try transaction.insert(item)
        try item.plan(wakesLate: true, in: transaction)
        try transaction.record(
            ScheduleCreated(
                scheduleItemID: item.id, title: item.title, startsAt: item.startsAt, ticketID: item.ticketID,
                projectID: item.projectID, goalID: item.goalID, assigneeID: item.assigneeID,
                wakeupRequestID: item.wakeupRequestID, createdAt: transaction.now), company: company, by: author.actor)
        return item
    }

    /// Takes something out of the calendar, and back the work that would have been due.
    ///
    /// - Throws: ``StoreError``.
    package func delete(by author: Author, in transaction: any Transaction) throws {
        _ = try takeBack("\(title) was taken out of the calendar", in: transaction)
        guard try transaction.execute("DELETE FROM schedule_items WHERE id = \(id)") == 1 else { return }
        try transaction.record(
            ScheduleDeleted(scheduleItemID: id, title: title, deletedAt: transaction.now), company: companyID, by: author.actor)
    }

    /// Sees to it that the texts, the times and the links are as they must be.
    mutating func check(in transaction: any Transaction) throws {
        title = try RuleViolation.nonBlank(title, "title", limit: 160)
        description = try RuleViolation.description(description)
        for (field, time) in [("starts_at", startsAt), ("ends_at", endsAt), ("reminder_at", reminderAt)] {
            if let time, !(1...Self.latest).contains(time.milliseconds) {
                throw RuleViolation.invalid(field: field, reason: "must be a moment in milliseconds since 1970")
            }
        }
        if let endsAt, endsAt < startsAt {
            throw RuleViolation.invalid(field: "ends_at", reason: "must not be before starts_at")
        }
        if let reminderAt, reminderAt > startsAt {
            throw RuleViolation.invalid(field: "reminder_at", reason: "must not be after starts_at")
        }
        if let ticketID { _ = try Ticket.require(ticketID, of: companyID, field: "ticket_id", in: transaction) }
        if let projectID { _ = try Project.require(projectID, of: companyID, field: "project_id", in: transaction) }
        if let goalID { _ = try Goal.require(goalID, of: companyID, field: "goal_id", in: transaction) }
    }

    /// The last moment of the year 9999.
    private static let latest: Int64 = 253_402_300_799_999
}
