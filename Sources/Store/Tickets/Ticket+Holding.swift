package import Domain

extension Ticket {
    /// Has nobody go on with the ticket until a person lets them: what goes on ends at its step, what waits goes on waiting.
    ///
    /// - Throws: ``RuleViolation``, a conflict for a ticket that is done.
    package func blockByHand(_ reason: String, by person: Author, in transaction: any Transaction) throws {
        guard status != .done else { throw RuleViolation.conflict("The ticket \(label) is done: reopen it first.") }
        let reason = try RuleViolation.nonBlank(reason, "reason", limit: 1000)
        let name = try Employee.names(of: [person.id], in: transaction)[person.id] ?? "a person"
        let sentence = "Blocked by hand by \(name): \(reason)"
        guard sentence != blockedReason else { return }
        try transaction.execute(
            """
            UPDATE tickets SET status = \(TicketStatus.blocked), blocked_reason = \(sentence), blocked_by = \(person.id),
              updated_at = \(transaction.now) WHERE id = \(id)
            """)
        try transaction.record(TicketBlocked(ticketID: id, reason: sentence), company: companyID, by: person.actor)
        try refreshAssignee(in: transaction)
        try RoutineRun.follow(id, in: transaction)
    }

    /// Lets a blocked ticket go on because a person says so; one that they had blocked by hand goes back to what else it waits
    /// for.
    ///
    /// - Throws: ``RuleViolation/conflict(_:)`` when it is not blocked, or waits for an answer: that is how it goes on then.
    package func release(by actor: EventActor, in transaction: any Transaction) throws {
        guard status == .blocked else { throw RuleViolation.conflict("The ticket \(label) is not blocked.") }
        guard blockedBy != nil else {
            try requireAnswers(in: transaction)
            return try unblock(cause: .manual, by: actor, chain: .root, in: transaction)
        }
        try transaction.execute("UPDATE tickets SET blocked_by = NULL, updated_at = \(transaction.now) WHERE id = \(id)")
        if let question = try Question.open(on: id, in: transaction).first {
            return try block(question.blockingReason, by: actor, in: transaction)
        }
        if try waitForDependencies(in: transaction) { return }
        guard try hasWorkWaiting(in: transaction) else {
            return try unblock(cause: .manual, by: actor, chain: .root, in: transaction)
        }
        _ = try markUnblocked(by: actor, in: transaction)
        if try TicketReview.pending(on: id, in: transaction) == nil { try Enquiry.tell(on: self, in: transaction) }
    }

    /// Asks the row, since a person may have blocked the ticket after this was read.
    ///
    /// - Throws: ``RuleViolation/conflict(_:)`` where a person has blocked it by hand.
    func requireNoHand(in transaction: any Transaction) throws {
        let now = try Ticket.require(id, of: companyID, in: transaction)
        guard now.blockedBy == nil else {
            let reason = now.blockedReason ?? "Blocked by hand"
            throw RuleViolation.conflict("The ticket \(label) is blocked, and only a person lets it go on. \(reason)")
        }
    }

    /// Whether work waits for the ticket, or is not cut off yet and will wait.
    private func hasWorkWaiting(in transaction: any Transaction) throws -> Bool {
        try transaction.select(
            WakeupRequest.self, "WHERE ticket_id = \(id) AND status IN \(list: [WakeupStatus.pending, .processing])"
        )
        .contains(where: \.cause.movesTicket)
    }
}
