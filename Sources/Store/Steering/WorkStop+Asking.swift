package import Domain

extension WorkStop {
    /// What asking to stop several pieces of work has come to.
    package struct Outcome: Hashable, Sendable {
        /// How much goes on and is about to end.
        package var stopping = 0
        /// How much waited and is taken back.
        package var cancelled = 0

        package init(stopping: Int = 0, cancelled: Int = 0) {
            self.stopping = stopping
            self.cancelled = cancelled
        }
    }

    /// Asks that the run be ended for good.
    ///
    /// The wish is stored; whoever does the work ends it, now or, should the server end before, at its next start. Asking again
    /// changes nothing.
    ///
    /// - Throws: ``RuleViolation/conflict(_:)`` when the run had ended otherwise.
    package static func ask(for run: Run, by person: Author, in transaction: any Transaction) throws {
        guard let id = run.wakeupID, let work = try transaction.find(WakeupRequest.self, id) else {
            throw RuleViolation.conflict("The run has ended.")
        }
        if try transaction.exists("SELECT 1 FROM work_stops WHERE wakeup_id = \(id)") { return }
        guard run.status == .running, work.status == .processing else { throw RuleViolation.conflict("The run has ended.") }
        try ask(for: work, by: person, in: transaction)
    }

    /// Ends all that the employee does, and takes back all that waits for them.
    ///
    /// - Throws: ``StoreError``.
    package static func ask(
        forAllOf employee: Employee, by person: Author, in transaction: any Transaction
    ) throws -> Outcome {
        try ask(forAllWhere: "agent_id = \(employee.id)", by: person, in: transaction)
    }

    /// Ends all that goes on in the thread, and takes back all that waits there.
    ///
    /// - Throws: ``StoreError``.
    package static func ask(forAllIn thread: Thread, by person: Author, in transaction: any Transaction) throws -> Outcome {
        try ask(forAllWhere: "thread_id = \(thread.id)", by: person, in: transaction)
    }

    /// Ends the work that moves the ticket on; who answers a comment on it goes on.
    ///
    /// - Throws: ``StoreError``.
    static func ask(forAllOn ticket: Ticket, by person: Author, in transaction: any Transaction) throws {
        let going = try transaction.select(
            WakeupRequest.self, "WHERE ticket_id = \(ticket.id) AND status = \(WakeupStatus.processing) ORDER BY id")
        for work in going where work.cause.movesTicket { try ask(for: work, by: person, in: transaction) }
    }

    private static func ask(
        forAllWhere condition: SQL, by person: Author, in transaction: any Transaction
    ) throws -> Outcome {
        let reason = try reason(askedBy: person.id, in: transaction)
        var outcome = Outcome()
        let open = try transaction.select(
            WakeupRequest.self, SQL("WHERE") + condition + "AND status IN ('pending', 'processing') ORDER BY id")
        for work in open where work.status == .processing {
            outcome.stopping += 1
            try ask(for: work, by: person, in: transaction)
        }
        let waiting = open.filter { $0.status == .pending }
        for work in waiting { try work.cancel(reason: reason, by: person.actor, isQuiet: true, in: transaction) }
        // Only now: what else is queued for a ticket is a next step, and some of it was cancelled a moment ago.
        for work in waiting { try work.leaveTicket(.cancelled(reason), in: transaction) }
        outcome.cancelled = waiting.count
        return outcome
    }

    /// - Parameter discards: Whether what is said by then belongs to a course of the conversation that was given up.
    static func ask(
        for work: WakeupRequest, by person: Author, discards: Bool = false, in transaction: any Transaction
    ) throws {
        let changed = try transaction.execute(
            """
            INSERT INTO work_stops (wakeup_id, company_id, asked_by, discards, asked_at)
            VALUES (\(work.id), \(work.companyID), \(person.id), \(discards), \(transaction.now)) ON CONFLICT DO NOTHING
            """)
        guard changed == 1 else { return }
        try transaction.record(
            WorkStopping(
                wakeupID: work.id, runID: try Run.running(for: work.id, in: transaction)?.id, threadID: work.threadID,
                ticketID: work.ticketID, employeeID: work.agentID), company: work.companyID, by: person.actor)
    }

    /// Why the work was stopped, in words for people.
    package func reason(in transaction: any Transaction) throws -> String {
        try Self.reason(askedBy: askedBy, in: transaction)
    }

    private static func reason(askedBy person: String, in transaction: any Transaction) throws -> String {
        "Stopped by \(try Employee.names(of: [person], in: transaction)[person] ?? "Team-X")."
    }
}
