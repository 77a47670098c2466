package import Domain

extension Routine {
    /// What may be changed of a routine; what is missing stays as it is.
    package struct Changes: Sendable {
        package var name: String?
        package var schedule: RoutineSchedule?
        package var work: WorkChanges?
        package var enabled: Bool?

        package init(
            name: String? = nil, schedule: RoutineSchedule? = nil, work: WorkChanges? = nil, enabled: Bool? = nil
        ) {
            self.name = name
            self.schedule = schedule
            self.work = work
            self.enabled = enabled
        }
    }

    /// What may be changed of the ticket that a routine files.
    package struct WorkChanges: Sendable {
        package var title: String?
        package var description: String?
        /// `.some(nil)` for nobody.
        package var assignee: Employee.ID??
        package var priority: Priority?
        package var labels: [String]?
        package var overlap: RoutineOverlap?

        package init(
            title: String? = nil, description: String? = nil, assignee: Employee.ID?? = nil, priority: Priority? = nil,
            labels: [String]? = nil, overlap: RoutineOverlap? = nil
        ) {
            self.title = title
            self.description = description
            self.assignee = assignee
            self.priority = priority
            self.labels = labels
            self.overlap = overlap
        }

        fileprivate func applied(to work: RoutineWork) -> RoutineWork {
            RoutineWork(
                title: title ?? work.title, description: description ?? work.description,
                assigneeID: assignee ?? work.assigneeID, priority: priority ?? work.priority, labels: labels ?? work.labels,
                overlap: overlap ?? work.overlap)
        }
    }

    /// Changes what is given; what stays as it was is no change.
    ///
    /// When the routine is next due moves only with its schedule, and when it is switched on. Its slug stays, so that its
    /// tickets have the same label for ever.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(
        _ changes: Changes, by author: Author, in transaction: any Transaction
    ) throws -> Routine {
        var edited = self
        if let name = changes.name { edited.name = try RuleViolation.nonBlank(name, "name", limit: Self.nameLimit) }
        if let enabled = changes.enabled { edited.enabled = enabled }
        let zone = try Self.zone(of: companyID, in: transaction)
        if let proposed = changes.schedule {
            let (kept, trigger) = try Self.settled(proposed, over: schedule.value, zone: zone, now: transaction.now)
            edited.schedule = LenientColumn(kept)
            edited.triggerKind = trigger
        }
        if let work = changes.work {
            edited.workConfig = LenientColumn(
                try Self.checked(work.applied(to: workConfig.value ?? RoutineWork()), of: companyID, in: transaction))
        }
        let movesGrid = edited.schedule != schedule || edited.triggerKind != triggerKind
        let keys = [
            ("name", edited.name != name), ("schedule", movesGrid), ("work_config", edited.workConfig != workConfig),
            ("enabled", edited.enabled != enabled),
        ].filter(\.1).map(\.0)
        guard !keys.isEmpty else { return self }
        if movesGrid || edited.enabled != enabled {
            edited.nextRunAt = edited.enabled ? try edited.grid(in: zone).next(after: transaction.now) : nil
        }
        edited.updatedAt = transaction.now
        try transaction.execute(
            """
            UPDATE routines SET name = \(edited.name), enabled = \(edited.enabled), trigger_kind = \(edited.triggerKind),
              schedule_json = \(edited.schedule), work_config_json = \(edited.workConfig), next_run_at = \(edited.nextRunAt),
              updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(
            RoutineUpdated(routineID: id, patchedKeys: keys, nextRunAt: edited.nextRunAt, updatedAt: transaction.now),
            company: companyID, by: author.actor)
        return edited
    }
}
