package import Domain

extension WakeupRequest: CompanyRecord { package static let noun = "piece of work" }

extension WakeupRequest {
    /// Takes back work that has not begun, because a person says so; a ticket that it would have brought on says who did it.
    ///
    /// - Throws: ``RuleViolation`` when the work has begun or is over.
    package static func cancel(
        _ id: WakeupRequest.ID, of company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> WakeupRequest {
        let work = try requirePending(id, of: company, in: transaction)
        let name = try Employee.names(of: [author.id], in: transaction)[author.id] ?? author.id
        try work.cancel(reason: "cancelled by \(name)", by: author.actor, in: transaction)
        if work.cause.movesTicket, let ticketID = work.ticketID, let ticket = try transaction.find(Ticket.self, ticketID),
            try ticket.isStanding(in: transaction)
        {
            try ticket.block("Its work was cancelled by \(name).", by: author.actor, in: transaction)
        }
        return try require(id, of: company, in: transaction)
    }

    /// Puts work before all else that waits in its company.
    ///
    /// - Throws: ``RuleViolation`` when the work has begun or is over.
    package static func moveUp(
        _ id: WakeupRequest.ID, of company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> WakeupRequest {
        let work = try requirePending(id, of: company, in: transaction)
        if try work.putFirst(in: transaction) {
            try transaction.record(
                WorkMoved(wakeupID: id, employeeID: work.agentID, threadID: work.threadID, ticketID: work.ticketID),
                company: company, by: author.actor)
        }
        return try require(id, of: company, in: transaction)
    }

    /// - Returns: Whether it was not the first already.
    private func putFirst(in transaction: any Transaction) throws -> Bool {
        let most: Int64? = try transaction.value(
            """
            SELECT max(priority * 60000 - scheduled_for) FROM agent_wakeup_requests
            WHERE company_id = \(companyID) AND status = 'pending' AND id <> \(id)
            """)
        // Urgency is priority in minutes less the moment it was due; one millisecond before the first is the first.
        let first = most.map { 100 * 60_000 - $0 - 1 } ?? transaction.now.milliseconds
        let due = min(first, scheduledFor.milliseconds)
        return try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET priority = 100, updated_at = \(transaction.now),
              scheduled_for = CASE WHEN scheduled_for > \(transaction.now) THEN scheduled_for ELSE \(due) END
            WHERE id = \(id) AND (priority < 100 OR (scheduled_for <= \(transaction.now) AND scheduled_for > \(due)))
            """) == 1
    }

    /// Lets work that waits for its time, or for another try, begin as the next of its company.
    ///
    /// - Throws: ``RuleViolation`` when the work has begun or is over.
    package static func runNow(
        _ id: WakeupRequest.ID, of company: Company.ID, by author: Author, in transaction: any Transaction
    ) throws -> WakeupRequest {
        _ = try requirePending(id, of: company, in: transaction)
        let waited = try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET scheduled_for = min(scheduled_for, \(transaction.now)), next_retry_at = NULL
            WHERE id = \(id) AND (scheduled_for > \(transaction.now) OR next_retry_at IS NOT NULL)
            """)
        let hasMoved = try require(id, of: company, in: transaction).putFirst(in: transaction)
        let work = try require(id, of: company, in: transaction)
        guard waited == 1 || hasMoved else { return work }
        try transaction.record(
            WorkQueued(
                wakeupID: id, employeeID: work.agentID, cause: work.cause, threadID: work.threadID, ticketID: work.ticketID,
                priority: work.priority), company: company, by: author.actor)
        return work
    }

    /// Wakes an employee because a person wants it, to look at a ticket of theirs or at whatever they have; what they say of
    /// it is in the ticket's thread, or in the one they have with that person.
    ///
    /// - Returns: `nil` when that is queued already.
    /// - Throws: ``RuleViolation``.
    package static func wake(
        _ employee: Employee.ID, of company: Company.ID, ticket: Ticket.ID?, by author: Author, clientKey: String?,
        in transaction: any Transaction
    ) throws -> WakeupRequest? {
        let person = try Employee.requireColleague(employee, of: company, field: "employee_id", in: transaction)
        let ticket = try ticket.map { try Ticket.require($0, of: company, field: "ticket_id", in: transaction) }
        if let ticket, ticket.status == .done {
            throw RuleViolation.conflict("The ticket \(ticket.label) is done.")
        }
        let thread = try ticket?.threadID ?? Thread.direct(person.id, with: author, of: company, in: transaction).id
        return try enqueue(
            Draft(
                agent: person.id, cause: .manual, trigger: ticket?.id.rawValue, thread: thread, ticket: ticket?.id,
                dedupe: clientKey.map { .once("manual:\($0)") } ?? .pending("manual:\(ticket?.id.rawValue ?? "")"), chain: .root),
            of: company, by: author.actor, in: transaction)
    }

    private static func requirePending(
        _ id: WakeupRequest.ID, of company: Company.ID, in transaction: any Transaction
    ) throws -> WakeupRequest {
        let work = try require(id, of: company, in: transaction)
        switch work.status {
        case .pending: return work
        case .processing: throw RuleViolation.conflict("The work has begun; stop its run instead.")
        case .completed, .failed, .cancelled: throw RuleViolation.conflict("The work is over.")
        }
    }
}
