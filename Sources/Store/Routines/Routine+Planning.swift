package import Domain
package import FoundationEssentials

extension Routine {
    /// What a routine is set up with.
    package struct Draft: Sendable {
        package var name: String
        package var schedule: RoutineSchedule
        package var work: RoutineWork
        package var enabled: Bool
        package var clientKey: String?

        package init(
            name: String, schedule: RoutineSchedule, work: RoutineWork, enabled: Bool = true, clientKey: String? = nil
        ) {
            self.name = name
            self.schedule = schedule
            self.work = work
            self.enabled = enabled
            self.clientKey = clientKey
        }
    }

    /// Sets a routine up; it is first due at the next moment of its schedule.
    ///
    /// A known client key returns that routine.
    ///
    /// - Throws: ``RuleViolation``.
    package static func plan(
        _ draft: Draft, of company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> Routine {
        if let known = try transaction.known(Routine.self, clientKey: draft.clientKey, company: company) { return known }
        let name = try RuleViolation.nonBlank(draft.name, "name", limit: nameLimit)
        let zone = try self.zone(of: company, in: transaction)
        let (schedule, trigger) = try settled(draft.schedule, over: nil, zone: zone, now: transaction.now)
        let next = try RoutineGrid(schedule, anchor: transaction.now, zone: zone).next(after: transaction.now)
        let routine = Routine(
            id: transaction.makeID(), companyID: company, name: name, slug: try freeSlug(for: name, in: company, transaction),
            enabled: draft.enabled, triggerKind: trigger, schedule: LenientColumn(schedule),
            workConfig: LenientColumn(try checked(draft.work, of: company, in: transaction)),
            nextRunAt: draft.enabled ? next : nil, createdAt: transaction.now, updatedAt: transaction.now,
            clientKey: draft.clientKey)
        try transaction.insert(routine)
        try transaction.record(
            RoutineCreated(
                routineID: routine.id, name: name, triggerKind: trigger, nextRunAt: routine.nextRunAt, createdAt: transaction.now),
            company: company, by: author.actor)
        return routine
    }

    /// Drops a routine with the record of its runs; the tickets that they filed stay, and go on.
    ///
    /// - Throws: ``StoreError``.
    package func drop(by author: Author, in transaction: any Transaction) throws {
        guard try transaction.execute("DELETE FROM routines WHERE id = \(id)") == 1 else { return }
        try transaction.record(
            RoutineDeleted(routineID: id, name: name, deletedAt: transaction.now), company: companyID, by: author.actor)
    }

    static let nameLimit = 120

    /// The time zone of times of day that name none: the company's own where it rests by one, else the server's.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func zone(of company: Company.ID, in transaction: any Transaction) throws -> TimeZone {
        try Company.require(company, in: transaction).quietHours?.zone ?? transaction.zone
    }

    /// A schedule as it is kept: with nothing that its trigger does not need, its time zone, and from when it counts.
    ///
    /// - Parameter old: What it takes the place of; where that says the same, its anchor stays, so that no moment of it moves.
    static func settled(
        _ schedule: RoutineSchedule, over old: RoutineSchedule?, zone: TimeZone, now: Timestamp
    ) throws -> (RoutineSchedule, RoutineTrigger) {
        guard let trigger = schedule.triggerKind else {
            throw RuleViolation.invalid(
                field: "schedule.triggerKind", reason: "must be one of", allowed: RoutineTrigger.writable.map(\.rawValue))
        }
        _ = try RoutineGrid(schedule, anchor: now, zone: zone)
        var kept = RoutineSchedule(
            triggerKind: trigger, timeZone: schedule.timeZone ?? old?.timeZone ?? zone.identifier)
        switch trigger {
        case .interval:
            kept.intervalMinutes = schedule.intervalMinutes
            let isSame = old?.triggerKind == .interval && old?.intervalMinutes == schedule.intervalMinutes
            kept.anchorAt = schedule.anchorAt ?? (isSame ? old?.anchorAt : nil) ?? now
        case .daily: kept.timeOfDay = schedule.timeOfDay
        case .weekly:
            kept.timeOfDay = schedule.timeOfDay
            let days = Set(schedule.daysOfWeek ?? schedule.dayOfWeek.map { [$0] } ?? []).sorted()
            kept.dayOfWeek = days.first
            kept.daysOfWeek = days.count > 1 ? days : nil
        }
        return (kept, trigger)
    }

    static func checked(
        _ work: RoutineWork, of company: Company.ID, in transaction: any Transaction
    ) throws -> RoutineWork {
        var work = work
        work.title = try RuleViolation.nonBlank(work.title, "work_config.title", limit: 180)
        // Less than a ticket's, since the ticket says where it comes from besides.
        work.description = try RuleViolation.description(work.description, "work_config.description", limit: 40_000)
        work.labels = try RuleViolation.labels(work.labels)
        guard work.labels.count <= 18 else {
            throw RuleViolation.invalid(field: "work_config.labels", reason: "must be at most 18")
        }
        if let assignee = work.assigneeID {
            _ = try Employee.requireColleague(assignee, of: company, field: "work_config.assigneeId", in: transaction)
        }
        return work
    }

    private static func freeSlug(
        for name: String, in company: Company.ID, _ transaction: any Transaction
    ) throws -> String {
        // A label is `routine:` and this.
        let stem = String((Slug.make(from: name) ?? "routine").prefix(36)).trimmingHyphens
        var (slug, number) = (stem, 2)
        while try transaction.exists("SELECT 1 FROM routines WHERE company_id = \(company) AND slug = \(slug)") {
            slug = "\(stem)-\(number)"
            number += 1
        }
        return slug
    }
}

extension String {
    fileprivate var trimmingHyphens: String {
        var text = self
        while text.last == "-" { text.removeLast() }
        return text
    }
}
