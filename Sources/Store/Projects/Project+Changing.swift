package import Domain

extension Project {
    /// What a person may change of a project.
    package struct Changes: Sendable {
        package var title: String?
        package var description: String?
        package var status: ProjectStatus?
        package var priority: Priority?
        /// `.some(nil)` for none from now on, here and below.
        package var goal: Goal.ID??
        package var lead: Employee.ID??
        package var targetDate: Timestamp??

        package init(status: ProjectStatus? = nil) { self.status = status }
    }

    /// Changes what is given; what stays as it was is no change.
    ///
    /// Its tickets stay as they are, whatever it is called.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ changes: Changes, by actor: EventActor, in transaction: any Transaction) throws -> Project {
        var edited = self
        if let title = changes.title { edited.title = try RuleViolation.nonBlank(title, "title") }
        if let description = changes.description { edited.description = try RuleViolation.description(description) }
        if let status = changes.status { edited.status = status }
        if let priority = changes.priority { edited.priority = priority }
        if let goal = changes.goal {
            edited.goalID = try goal.map { try Goal.require($0, of: companyID, field: "goal_id", in: transaction).id }
        }
        if let lead = changes.lead {
            edited.leadID = try lead.map {
                try Employee.requireColleague($0, of: companyID, field: "lead_id", in: transaction).id
            }
        }
        if let date = changes.targetDate { edited.targetDate = date }
        let keys = [
            ("title", edited.title != title), ("description", edited.description != description),
            ("status", edited.status != status), ("priority", edited.priority != priority),
            ("goal_id", edited.goalID != goalID), ("lead_id", edited.leadID != leadID),
            ("target_date", edited.targetDate != targetDate),
        ].filter(\.1).map(\.0)
        guard !keys.isEmpty else { return self }
        edited.updatedAt = transaction.now
        try transaction.execute(
            """
            UPDATE projects SET title = \(edited.title), description = \(edited.description), status = \(edited.status),
              priority = \(edited.priority), goal_id = \(edited.goalID), lead_id = \(edited.leadID),
              target_date = \(edited.targetDate), updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(
            ProjectUpdated(projectID: id, patchedKeys: keys, updatedAt: transaction.now), company: companyID, by: actor)
        return edited
    }
}
