package import Domain

extension Ticket {
    /// Makes an employee responsible and wakes them, unless the ticket waits for another or for an answer.
    ///
    /// - Throws: ``RuleViolation``.
    package func assign(
        to assignee: Employee.ID, by author: Author, cause: WakeupCause = .assignment, chain: CauseChain = .root,
        in transaction: any Transaction
    ) throws {
        _ = try Employee.requireColleague(assignee, of: companyID, field: "assignee_id", in: transaction)
        let current = try Self.require(id, of: companyID, in: transaction)
        guard current.status != .done else { throw RuleViolation.conflict("The ticket \(label) is done: reopen it first.") }
        guard current.assigneeID != assignee else { return }
        if current.assigneeID != nil {
            try WakeupRequest.cancelPending(on: id, reason: "reassigned", in: transaction)
            try TicketReview.cancelPending(on: id, in: transaction)
        }
        try current.give(to: assignee, by: author, cause: cause, chain: chain, in: transaction)
    }

    /// Takes the ticket away from whoever has it, and ends what they do on it; it waits until somebody is to do it.
    ///
    /// - Throws: ``RuleViolation``, a conflict for a ticket that is done.
    package func unassign(by author: Author, in transaction: any Transaction) throws {
        guard status != .done else { throw RuleViolation.conflict("The ticket \(label) is done: reopen it first.") }
        guard let assigneeID else { return }
        try WakeupRequest.cancelPending(on: id, reason: "unassigned", in: transaction)
        try WorkStop.ask(forAllOn: self, by: author, in: transaction)
        try orphan(by: author.actor, in: transaction)
        try Employee.refreshStatus(of: assigneeID, in: transaction)
    }

    /// Takes the ticket from somebody with nobody to give it to.
    func orphan(by actor: EventActor, in transaction: any Transaction) throws {
        try TicketReview.cancelPending(on: id, in: transaction)
        try transaction.execute(
            """
            UPDATE tickets SET assignee_id = NULL, updated_at = \(transaction.now),
              status = CASE WHEN status = \(TicketStatus.inProgress) THEN \(TicketStatus.open) ELSE status END WHERE id = \(id)
            """)
        try transaction.record(
            TicketUpdated(ticketID: id, patchedKeys: ["assignee_id"], status: try current(in: transaction).status),
            company: companyID, by: actor)
    }

    /// Changes who is responsible and wakes them, unless the ticket waits for another, for an answer, or for its review.
    func give(
        to assignee: Employee.ID, by author: Author, cause: WakeupCause, chain: CauseChain, in transaction: any Transaction
    ) throws {
        let thread = try discussion(in: transaction)
        try thread.add(Thread.Member(assignee), in: transaction)
        try transaction.execute("UPDATE tickets SET assignee_id = \(assignee), updated_at = \(transaction.now) WHERE id = \(id)")
        try transaction.record(
            TicketAssigned(ticketID: id, assigneeID: assignee, previousAssigneeID: assigneeID, threadID: thread.id),
            company: companyID, by: author.actor)
        if status == .blocked {
            for employee in [assignee, assigneeID].compactMap({ $0 }) {
                try Employee.refreshStatus(of: employee, in: transaction)
            }
        }
        let assigned = try Self.require(id, of: companyID, in: transaction)
        guard status == .blocked else {
            guard try TicketReview.pending(on: id, in: transaction) == nil else { return }
            return try assigned.wakeAssignee(cause, chain: chain, in: transaction)
        }
        // Whatever else it was blocked by, somebody else shall try.
        guard try assigned.openDependencies(in: transaction).isEmpty, try !Question.isOpen(on: id, in: transaction) else {
            return
        }
        try assigned.unblock(cause: cause, by: author.actor, chain: chain, in: transaction)
    }

    /// The ticket's thread, opened with the owner and, where an employee filed the ticket, with that employee.
    package func discussion(in transaction: any Transaction) throws -> Thread {
        if let threadID, let thread = try transaction.find(Thread.self, threadID) { return thread }
        var members = [Thread.Member(try Operator.owner(in: transaction).id)]
        if reporterKind == .employee { members.append(Thread.Member(id: reporterID, kind: .employee)) }
        let thread = try Thread.open(
            .ticket, subject: title, ticket: id, of: companyID, members: members, by: Author(kind: reporterKind, id: reporterID),
            in: transaction)
        try transaction.execute("UPDATE tickets SET thread_id = \(thread.id) WHERE id = \(id)")
        return thread
    }

    func wakeAssignee(_ cause: WakeupCause, chain: CauseChain, in transaction: any Transaction) throws {
        guard let assigneeID else { return }
        try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: assigneeID, cause: cause, trigger: id.rawValue, thread: threadID, ticket: id,
                dedupe: .pending("\(cause.rawValue):\(id)"), chain: chain), of: companyID, in: transaction)
    }
}
