package import Domain

extension Goal {
    /// What a person may change of a goal.
    package struct Changes: Sendable {
        package var title: String?
        package var description: String?
        package var status: GoalStatus?
        /// `.some(nil)` for none from now on.
        package var targetDate: Timestamp??

        package init(
            title: String? = nil, description: String? = nil, status: GoalStatus? = nil, targetDate: Timestamp?? = nil
        ) {
            self.title = title
            self.description = description
            self.status = status
            self.targetDate = targetDate
        }
    }

    /// Changes what is given; what stays as it was is no change.
    ///
    /// Its tickets stay as they are, whatever it is called; nobody goes on with those of a goal that was given up, unless they are
    /// for something else too (``TicketHalt``).
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ changes: Changes, by actor: EventActor, in transaction: any Transaction) throws -> Goal {
        var edited = self
        if let title = changes.title { edited.title = try RuleViolation.nonBlank(title, "title", limit: 500) }
        if let text = changes.description { edited.description = try RuleViolation.description(text, limit: 40_000) }
        if let status = changes.status { edited.status = status }
        if let date = changes.targetDate { edited.targetDate = date }
        let keys = [
            ("title", edited.title != title), ("description", edited.description != description),
            ("status", edited.status != status), ("target_date", edited.targetDate != targetDate),
        ].filter(\.1).map(\.0)
        guard !keys.isEmpty else { return self }
        edited.updatedAt = transaction.now
        try transaction.execute(
            """
            UPDATE goals SET title = \(edited.title), description = \(edited.description), status = \(edited.status),
              target_date = \(edited.targetDate), updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(
            GoalUpdated(goalID: id, patchedKeys: keys, progressPct: progressPct), company: companyID, by: actor)
        return edited
    }
}
