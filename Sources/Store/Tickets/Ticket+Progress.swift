package import Domain

extension Ticket {
    /// Notes that work has begun.
    package func start(in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE tickets SET status = \(TicketStatus.inProgress), updated_at = \(transaction.now)
            WHERE id = \(id) AND status = \(TicketStatus.open)
            """)
        guard changed == 1 else { return }
        try transaction.record(
            TicketUpdated(ticketID: id, patchedKeys: ["status"], status: .inProgress), company: companyID, by: .orchestrator)
    }

    /// Notes why work cannot go on, and takes back what has not begun: whoever lets the ticket go on wakes them anew.
    ///
    /// What a person said who blocked it by hand stands.
    package func block(_ reason: String, by actor: EventActor, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE tickets SET status = \(TicketStatus.blocked), updated_at = \(transaction.now),
              blocked_reason = iif(blocked_by IS NULL, \(reason), blocked_reason)
            WHERE id = \(id) AND status <> \(TicketStatus.done)
            """)
        guard changed == 1 else { return }
        try WakeupRequest.cancelPending(on: id, reason: "ticket_blocked", in: transaction)
        try transaction.record(TicketBlocked(ticketID: id, reason: reason), company: companyID, by: actor)
        try refreshAssignee(in: transaction)
        try RoutineRun.follow(id, in: transaction)
    }

    /// Lets work go on and wakes whoever has the next step: the reviewer of what was handed in, else the assignee.
    ///
    /// A ticket that a person blocked by hand stays so.
    package func unblock(
        cause: WakeupCause, by actor: EventActor, chain: CauseChain, in transaction: any Transaction
    ) throws {
        guard try markUnblocked(by: actor, in: transaction) else { return }
        try wakeNext(cause, chain: chain, in: transaction)
    }

    /// - Returns: Whether it was blocked, and not by hand.
    func markUnblocked(by actor: EventActor, in transaction: any Transaction) throws -> Bool {
        let changed = try transaction.execute(
            """
            UPDATE tickets SET status = CASE WHEN assignee_id IS NULL THEN \(TicketStatus.open) ELSE \(TicketStatus.inProgress) END,
              blocked_reason = NULL, updated_at = \(transaction.now) WHERE id = \(id) AND status = \(TicketStatus.blocked)
              AND blocked_by IS NULL
            """)
        guard changed == 1 else { return false }
        try transaction.record(TicketUnblocked(ticketID: id), company: companyID, by: actor)
        try refreshAssignee(in: transaction)
        try RoutineRun.follow(id, in: transaction)
        return true
    }

    private func wakeNext(_ cause: WakeupCause, chain: CauseChain, in transaction: any Transaction) throws {
        if let review = try TicketReview.pending(on: id, in: transaction) {
            try review.wakeReviewer(dedupe: .pending("review:\(review.id)"), thread: threadID, chain: chain, in: transaction)
        } else {
            try wakeAssignee(cause, chain: chain, in: transaction)
            try Enquiry.handOver(on: self, in: transaction)
        }
    }

    /// - Throws: ``RuleViolation/conflict(_:)`` naming the question that is open.
    func requireAnswers(in transaction: any Transaction) throws {
        guard let question = try Question.open(on: id, in: transaction).first else { return }
        throw RuleViolation.conflict(
            "The ticket \(label) waits for an answer to the question “\(question.prompt.cut(to: 200))” (\(question.id)): answer "
                + "it or withdraw it, and the work goes on.")
    }

    /// Ends the ticket and lets go on what waited for it: tickets that depend on it, the ticket it is a part of, the goal.
    ///
    /// Work that goes on with it is stopped where a person closes it.
    ///
    /// - Throws: ``RuleViolation``.
    package func close(by actor: EventActor, chain: CauseChain = .root, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE tickets SET status = \(TicketStatus.done), blocked_reason = NULL, blocked_by = NULL, closed_at = \(transaction.now),
              updated_at = \(transaction.now) WHERE id = \(id) AND status <> \(TicketStatus.done)
            """)
        guard changed == 1 else { return }
        try TicketReview.cancelPending(on: id, in: transaction)
        try Question.cancelOpen(on: id, in: transaction)
        try WakeupRequest.cancelPending(on: id, reason: "ticket_closed", in: transaction)
        if actor.kind == .user {
            try WorkStop.ask(forAllOn: self, by: Author(kind: .user, id: actor.id), in: transaction)
        }
        try transaction.record(TicketClosed(ticketID: id, closedAt: transaction.now), company: companyID, by: actor)
        try refreshAssignee(in: transaction)
        try RoutineRun.follow(id, in: transaction)
        try releaseDependents(chain: chain, in: transaction)
        try reportToParent(chain: chain, in: transaction)
        if let goalID { try Goal.recount(goalID, of: companyID, in: transaction) }
    }

    /// Opens a ticket that was done; it waits anew for what it depends on.
    ///
    /// - Throws: ``RuleViolation``.
    package func reopen(by actor: EventActor, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE tickets SET status = \(TicketStatus.open), closed_at = NULL, updated_at = \(transaction.now)
            WHERE id = \(id) AND status = \(TicketStatus.done)
            """)
        guard changed == 1 else { throw RuleViolation.conflict("The ticket \(label) is not done.") }
        try transaction.record(TicketReopened(ticketID: id, reopenedAt: transaction.now), company: companyID, by: actor)
        let waits = try waitForDependencies(in: transaction)
        try wakeWhoeverIsThere(unless: waits, in: transaction)
        if let goalID { try Goal.recount(goalID, of: companyID, reopens: true, in: transaction) }
    }

    /// Wakes the assignee; if they have left since, whoever took over from them is responsible now, or nobody.
    ///
    /// - Parameter waits: Whether nobody is to be woken, because the ticket waits for others.
    private func wakeWhoeverIsThere(unless waits: Bool, in transaction: any Transaction) throws {
        guard let assigneeID, try Employee.hasLeft(assigneeID, in: transaction) else {
            if !waits { try wakeAssignee(.assignment, chain: .root, in: transaction) }
            return
        }
        try transaction.execute("UPDATE tickets SET assignee_id = NULL WHERE id = \(id)")
        guard let next = try Employee.standIn(for: assigneeID, in: transaction) else { return }
        try current(in: transaction).give(to: next.id, by: .system, cause: .assignment, chain: .root, in: transaction)
    }

    /// An employee who has nothing but blocked tickets is shown as blocked.
    func refreshAssignee(in transaction: any Transaction) throws {
        let assignee: Employee.ID? = try transaction.value("SELECT assignee_id FROM tickets WHERE id = \(id)")
        if let assignee { try Employee.refreshStatus(of: assignee, in: transaction) }
    }

    /// The parts of the ticket, in the order in which they were filed.
    package func children(in transaction: any Transaction) throws -> [Ticket] {
        try transaction.select("WHERE parent_ticket_id = \(id) ORDER BY number, id")
    }

    private func releaseDependents(chain: CauseChain, in transaction: any Transaction) throws {
        let dependents = try transaction.select(
            Ticket.self,
            """
            WHERE company_id = \(companyID) AND status = \(TicketStatus.blocked)
              AND EXISTS (SELECT 1 FROM json_each(dependencies_json) d WHERE d.value = \(id)) ORDER BY number
            """)
        for dependent in dependents where try dependent.openDependencies(in: transaction).isEmpty {
            guard try !Question.isOpen(on: dependent.id, in: transaction) else { continue }
            try dependent.unblock(cause: .dependencyCleared, by: .orchestrator, chain: chain, in: transaction)
        }
    }

    private func reportToParent(chain: CauseChain, in transaction: any Transaction) throws {
        guard let parentTicketID, let parent = try transaction.find(Ticket.self, parentTicketID), parent.status != .done else {
            return
        }
        guard try parent.children(in: transaction).allSatisfy({ $0.status == .done }) else { return }
        if parent.status == .blocked {
            // What it was blocked by may be over now that its parts are there; only people and other tickets are waited for.
            guard try parent.openDependencies(in: transaction).isEmpty, try !Question.isOpen(on: parent.id, in: transaction)
            else { return }
            try parent.unblock(cause: .childrenDone, by: .orchestrator, chain: chain, in: transaction)
        } else {
            try parent.wakeAssignee(.childrenDone, chain: chain, in: transaction)
        }
    }
}
