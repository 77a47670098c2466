package import Domain
import FoundationEssentials

extension Routine {
    /// What was found of routines that were due.
    package struct Due: Sendable {
        /// Those that could not be run, with the reason, which their runs say too.
        package var failed: [(routine: Routine.ID, reason: String)] = []
        /// Whether there are more of them than are started at once.
        package var hasMore = false
    }

    /// As many as are started in one transaction.
    private static let limit = 100

    /// Starts every routine that is due, once for whatever moments have passed: a ticket, the work of its assignee, and what
    /// says so, all of it or nothing.
    ///
    /// Those of a company that is paused, rests or was closed down are put off until it goes on.
    ///
    /// - Throws: ``StoreError``.
    package static func startDue(in transaction: any Transaction) throws -> Due {
        let ids: [Routine.ID] = try transaction.values(
            """
            SELECT r.id FROM routines r JOIN companies c ON c.id = r.company_id
            WHERE r.enabled = 1 AND r.next_run_at <= \(transaction.now)
              AND (c.status IN \(list: [CompanyStatus.running, .meeting]) OR r.put_off_for IS NOT r.next_run_at)
            ORDER BY r.next_run_at, r.id LIMIT \(limit)
            """)
        let due = try read(ids, in: transaction)
        var found = Due(hasMore: ids.count == limit)
        for routine in due {
            do { try transaction.attempt { try routine.start(in: transaction) } } catch let error
                where (error as? StoreError)?.isOfStorage != true
            {
                let reason = (error as? RuleViolation)?.description ?? "\(error)"
                found.failed.append((routine.id, reason))
                try routine.fail(reason, in: transaction)
            }
        }
        return found
    }

    /// Runs a routine because a person says so, also one that is switched off; when it is due by itself stays as it is.
    ///
    /// A known client key returns that run.
    ///
    /// - Throws: ``RuleViolation``, a conflict while the ticket of the run before is open and runs are not to overlap.
    package func runNow(
        by author: Author, clientKey: String? = nil, in transaction: any Transaction
    ) throws -> RoutineRun {
        if let known = try transaction.known(RoutineRun.self, clientKey: clientKey, company: companyID) { return known }
        if try work().overlap == .skip, let open = try openTicket(in: transaction) {
            throw RuleViolation.conflict(
                "The ticket \(open.label) of the run before is still open: close it, or set the routine's overlap to “queue”.")
        }
        return try run(.manual, by: author.actor, clientKey: clientKey, in: transaction)
    }

    private func start(in transaction: any Transaction) throws {
        guard let due = nextRunAt else { return }
        if let reason = try holdingReason(in: transaction) { return try putOff(reason, in: transaction) }
        let grid = try grid(in: Self.zone(of: companyID, in: transaction))
        let (moment, missed) = grid.last(from: due, through: transaction.now)
        let next = grid.next(after: transaction.now)
        try transaction.execute("UPDATE routines SET next_run_at = \(next), put_off_for = NULL WHERE id = \(id)")
        if missed > 0 { try skip(.missed, count: missed, from: due, next: next, in: transaction) }
        if try work().overlap == .skip, let open = try openTicket(in: transaction) {
            return try skip(.previousOpen, from: moment, ticket: open.id, next: next, in: transaction)
        }
        guard try !hasRun(for: moment, in: transaction) else {
            return try skip(.known, from: moment, next: next, in: transaction)
        }
        _ = try run(.scheduled, for: moment, by: .system(id.rawValue), in: transaction)
    }

    /// Files the ticket of a run.
    private func run(
        _ reason: RoutineRunReason, for moment: Timestamp? = nil, by actor: EventActor,
        clientKey: String? = nil, in transaction: any Transaction
    ) throws -> RoutineRun {
        let work = try work()
        let run = RoutineRun(
            id: transaction.makeID(), companyID: companyID, routineID: id, status: .running, reason: reason,
            scheduledFor: moment, startedAt: transaction.now, clientKey: clientKey)
        try transaction.insert(run)
        try transaction.record(
            RoutineRunStarted(
                routineID: id, runID: run.id, reason: reason, scheduledFor: moment, startedAt: transaction.now),
            company: companyID, by: actor)
        let assignee = try work.assigneeID.flatMap { try Employee.standIn(for: $0, in: transaction) }
        let zone = try ownZone(else: Self.zone(of: companyID, in: transaction))
        let ticket = try Ticket.file(
            draft(work, for: assignee?.id, at: moment ?? transaction.now, in: zone), in: companyID, by: .system, cause: .routine,
            transaction)
        let message = assignee.map { "Filed \(ticket.label) for \($0.name)." } ?? "Filed \(ticket.label), which nobody is to do."
        // What the work comes from is the routine, as those who count what routines cost take it.
        try transaction.execute(
            "UPDATE agent_wakeup_requests SET trigger_id = \(id) WHERE ticket_id = \(ticket.id) AND cause = \(WakeupCause.routine)"
        )
        try transaction.execute("UPDATE routine_runs SET ticket_id = \(ticket.id), message = \(message) WHERE id = \(run.id)")
        try transaction.execute(
            """
            UPDATE routines SET last_run_status = \(RoutineLastRun.running), last_run_message = \(message),
              last_run_at = \(transaction.now) WHERE id = \(id)
            """)
        return try RoutineRun.require(run.id, of: companyID, in: transaction)
    }

    private func ownZone(else zone: TimeZone) -> TimeZone {
        schedule.value?.timeZone.flatMap { try? RoutineGrid.zone($0) } ?? zone  // a run by hand does without a schedule
    }

    private func draft(_ work: RoutineWork, for assignee: Employee.ID?, at moment: Timestamp, in zone: TimeZone) -> Ticket.Draft {
        let due = "\(RoutineWords.text(of: moment, in: zone)) (\(zone.identifier))"
        let title = RoutineWords.fill(work.title, at: moment, in: zone)
        let text = RoutineWords.fill(work.description, at: moment, in: zone)
        var labels = ["routine", "routine:\(slug)"]
        for label in work.labels where !labels.contains(label) { labels.append(label) }
        return Ticket.Draft(
            title: String(title.prefix(200)),
            description: "From the routine “\(name)”, for \(due)." + (text.trimmed.isEmpty ? "" : "\n\n\(text)"),
            priority: work.priority, assignee: assignee, labels: labels)
    }

    private func hasRun(for moment: Timestamp, in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM routine_runs WHERE routine_id = \(id) AND scheduled_for = \(moment)")
    }

    /// Keeps the record of a run that came to nothing, and goes on with the next moment, if one is known.
    private func fail(_ reason: String, in transaction: any Transaction) throws {
        let zone = try Self.zone(of: companyID, in: transaction)
        let next = try? grid(in: zone).next(after: transaction.now)  // without a schedule there is no next one
        let moment = try nextRunAt.flatMap { try hasRun(for: $0, in: transaction) ? nil : $0 }
        let run = RoutineRun(
            id: transaction.makeID(), companyID: companyID, routineID: id, status: .error, reason: .scheduled,
            scheduledFor: moment, startedAt: transaction.now, finishedAt: transaction.now, errorMessage: reason)
        try transaction.insert(run)
        try transaction.execute(
            """
            UPDATE routines SET next_run_at = \(next), last_run_status = \(RoutineLastRun.error), last_run_message = \(reason),
              last_run_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(
            RoutineRunFailed(
                routineID: id, runID: run.id, reason: .scheduled, errorMessage: reason, finishedAt: transaction.now,
                nextRunAt: next), company: companyID, by: .system(id.rawValue))
    }
}

extension RoutineRun: CompanyRecord { package static let noun = "run of a routine" }
