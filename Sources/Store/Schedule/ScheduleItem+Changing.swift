package import Domain

extension ScheduleItem {
    /// What may be changed of an entry; what is missing stays as it is, and `.some(nil)` is none.
    package struct Changes: Sendable {
        package var title: String?
        package var description: String?
        package var kind: ScheduleKind?
        package var status: ScheduleStatus?
        package var priority: Priority?
        package var startsAt: Timestamp?
        package var endsAt: Timestamp??
        package var reminderAt: Timestamp??
        package var ticket: Ticket.ID??
        package var project: Project.ID??
        package var goal: Goal.ID??
        package var assignee: Employee.ID??

        package init(status: ScheduleStatus? = nil) { self.status = status }
    }

    /// Changes what is given; what stays as it was is no change.
    ///
    /// Work that waits follows where it is moved, given to somebody else, or over; whoever was woken already is not woken again
    /// because something past was changed.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ changes: Changes, by author: Author, in transaction: any Transaction) throws -> ScheduleItem {
        var edited = applying(changes)
        try edited.check(in: transaction)
        if let assignee = edited.assigneeID, assignee != assigneeID {
            _ = try Employee.requireColleague(assignee, of: companyID, field: "assignee_id", in: transaction)
        }
        let keys = edited.keys(that: self)
        guard !keys.isEmpty else { return self }
        edited.updatedAt = transaction.now
        if edited.status != status { edited.completedAt = edited.status == .scheduled ? nil : transaction.now }
        try edited.store(in: transaction)
        if !Set(keys).isDisjoint(with: ["starts_at", "reminder_at", "assignee_id", "status", "ticket_id", "priority"]) {
            let waited = try takeBack("\(title) is planned anew", in: transaction)
            try edited.plan(wakesLate: waited, in: transaction)
        }
        if keys == ["status"], edited.status == .completed {
            try transaction.record(
                ScheduleCompleted(scheduleItemID: id, completedAt: transaction.now), company: companyID, by: author.actor)
        } else {
            try transaction.record(
                ScheduleUpdated(
                    scheduleItemID: id, patchedKeys: keys, wakeupRequestID: edited.wakeupRequestID, updatedAt: transaction.now),
                company: companyID, by: author.actor)
        }
        return edited
    }

    /// Gives what somebody who has just left had in the calendar to whoever takes over, with the work that had not begun.
    static func handOver(
        from leaver: Employee.ID, to successor: Employee.ID?, of company: Company.ID, in transaction: any Transaction
    ) throws {
        let items = try transaction.select(
            ScheduleItem.self,
            """
            WHERE company_id = \(company) AND assignee_id = \(leaver) AND status = \(ScheduleStatus.scheduled)
            ORDER BY starts_at, id
            """)
        for var item in items {
            // Its work was taken back in this transaction.
            let waited = try transaction.exists(
                """
                SELECT 1 FROM agent_wakeup_requests WHERE id = \(item.wakeupRequestID) AND status = \(WakeupStatus.cancelled)
                  AND completed_at = \(transaction.now)
                """)
            item.assigneeID = successor
            item.updatedAt = transaction.now
            try item.store(in: transaction)
            try item.plan(wakesLate: waited, in: transaction)
        }
    }

    private func applying(_ changes: Changes) -> ScheduleItem {
        var edited = self
        if let title = changes.title { edited.title = title }
        if let description = changes.description { edited.description = description }
        if let kind = changes.kind { edited.kind = kind }
        if let status = changes.status { edited.status = status }
        if let priority = changes.priority { edited.priority = priority }
        if let startsAt = changes.startsAt { edited.startsAt = startsAt }
        if let endsAt = changes.endsAt { edited.endsAt = endsAt }
        if let reminderAt = changes.reminderAt { edited.reminderAt = reminderAt }
        if let ticket = changes.ticket { edited.ticketID = ticket }
        if let project = changes.project { edited.projectID = project }
        if let goal = changes.goal { edited.goalID = goal }
        if let assignee = changes.assignee { edited.assigneeID = assignee }
        return edited
    }

    private func keys(that old: ScheduleItem) -> [String] {
        [
            ("title", title != old.title), ("description", description != old.description), ("kind", kind != old.kind),
            ("status", status != old.status), ("priority", priority != old.priority), ("starts_at", startsAt != old.startsAt),
            ("ends_at", endsAt != old.endsAt), ("reminder_at", reminderAt != old.reminderAt),
            ("ticket_id", ticketID != old.ticketID), ("project_id", projectID != old.projectID),
            ("goal_id", goalID != old.goalID),
            ("assignee_id", assigneeID != old.assigneeID),
        ].filter(\.1).map(\.0)
    }

    private func store(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE schedule_items SET title = \(title), description = \(description), kind = \(kind), status = \(status),
              priority = \(priority), starts_at = \(startsAt), ends_at = \(endsAt), reminder_at = \(reminderAt),
              ticket_id = \(ticketID), project_id = \(projectID), goal_id = \(goalID), assignee_id = \(assigneeID),
              updated_at = \(updatedAt), completed_at = \(completedAt) WHERE id = \(id)
            """)
    }
}
