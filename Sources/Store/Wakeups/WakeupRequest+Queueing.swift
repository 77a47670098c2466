package import Domain

extension WakeupRequest {
    /// Queues work in the transaction of its cause.
    ///
    /// Returns `nil` when the same work is queued already, or when the chain of causes shows that it would go in a circle; each
    /// leaves a receipt, as does work for somebody who no longer works here, and work that has to wait because something holds its company or employee.
    ///
    /// - Parameter actor: Who wants the work itself; nobody but the program where it follows from something else.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func enqueue(
        _ draft: Draft, of company: Company.ID, by actor: EventActor = .orchestrator, in transaction: any Transaction
    ) throws -> WakeupRequest? {
        if try Employee.hasLeft(draft.agent, in: transaction) {
            try WorkSkip.record(.departed, of: draft, company: company, in: transaction)
            return nil
        }
        let key = draft.dedupe.key
        let subject = try draft.subject(in: transaction)
        let chain = draft.chain.adding(draft.cause, agent: draft.agent, subject: subject)
        switch draft.dedupe {
        case .once:
            let isKnown = try transaction.exists(
                "SELECT 1 FROM agent_wakeup_requests WHERE agent_id = \(draft.agent) AND dedupe_key = \(key)")
            if isKnown {
                try WorkSkip.record(.known, of: draft, company: company, in: transaction)
                return nil
            }
        case .pending:
            if let waiting = try waiting(for: draft.agent, key: key, in: transaction) {
                try waiting.takeIn(chain, trigger: draft.trigger, in: transaction)
                try waiting.hurry(draft, in: transaction)
                if let enquiry = draft.enquiry { try Enquiry.open(enquiry, in: waiting.id, of: company, in: transaction) }
                try WorkSkip.record(.deduplicated, of: draft, request: waiting.id, company: company, in: transaction)
                return nil
            }
        }
        if let objection = try draft.objection(to: subject, in: transaction) {
            try refuse(draft, for: objection, of: company, in: transaction)
            return nil
        }
        let line: String? = try transaction.value(
            """
            SELECT coalesce(provider_pref, '') || coalesce('<=' || max_privacy_tier, '') FROM employees WHERE id = \(draft.agent)
            """)
        let id: WakeupRequest.ID = transaction.makeID()
        let request = WakeupRequest(
            id: id, companyID: company, agentID: draft.agent, triggerType: draft.cause.trigger,
            triggerID: draft.trigger, priority: draft.rank, scheduledFor: draft.at ?? transaction.now, maxAttempts: failureLimit,
            createdAt: transaction.now,
            updatedAt: transaction.now, cause: draft.cause, dedupeKey: key, threadID: draft.thread, ticketID: draft.ticket,
            causeChain: JSONColumn(chain.links), rootID: chain.root ?? id,
            providerPref: line ?? "")
        try transaction.insert(request)
        if let enquiry = draft.enquiry { try Enquiry.open(enquiry, in: id, of: company, in: transaction) }
        try transaction.record(
            WorkQueued(
                wakeupID: request.id, employeeID: draft.agent, cause: draft.cause, threadID: draft.thread, ticketID: draft.ticket,
                priority: draft.rank), company: company, by: actor)
        if let reason = try request.heldFor(in: transaction) {
            try WorkSkip.record(reason, of: draft, request: id, company: company, in: transaction)
        }
        return request
    }

    /// How often work may fail in all; what is tried seldom is given up sooner.
    private static let failureLimit = 40

    /// The request with this key that has not begun; there is never more than one.
    private static func waiting(
        for agent: Employee.ID, key: String, in transaction: any Transaction
    ) throws -> WakeupRequest? {
        try transaction.select(
            WakeupRequest.self, "WHERE agent_id = \(agent) AND dedupe_key = \(key) AND status = \(WakeupStatus.pending)"
        ).first
    }

    /// Goes back to another cause too, where that one gives it more room: a person's wish, or fewer messages in a row.
    func takeIn(_ other: CauseChain, trigger: String?, in transaction: any Transaction) throws {
        let isWish = other.root == nil && rootID != id
        guard isWish || other.trailingMessages < chain.trailingMessages else { return }
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET cause_chain_json = \(JSONColumn(other.links)), root_id = \(other.root ?? id),
              trigger_id = \(trigger), updated_at = \(transaction.now) WHERE id = \(id)
            """)
    }

    /// Begins as soon, and counts as much, as the more urgent of its causes wants; what a person wants now does not wait for
    /// another try either.
    private func hurry(_ draft: Draft, in transaction: any Transaction) throws {
        let due = draft.at ?? transaction.now
        let isWish = draft.chain.root == nil
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET priority = max(priority, \(draft.rank)), scheduled_for = min(scheduled_for, \(due)),
              next_retry_at = iif(\(isWish && due <= transaction.now), NULL, next_retry_at)
            WHERE id = \(id) AND (priority < \(draft.rank) OR scheduled_for > \(due) OR (\(isWish) AND next_retry_at IS NOT NULL))
            """)
    }

    /// Whether the wish that the chain goes back to has led to as much work as one may.
    ///
    /// - Throws: ``StoreError``.
    package static func isExhausted(_ chain: CauseChain, in transaction: any Transaction) throws -> Bool {
        guard let root = chain.root else { return false }
        return try transaction.exists(
            "SELECT 1 FROM agent_wakeup_requests WHERE root_id = \(root) LIMIT 1 OFFSET \(CauseChain.workLimit - 1)")
    }

    /// Says that work is not begun because it would go on for ever; a ticket that waits for it says so too.
    private static func refuse(
        _ draft: Draft, for reason: SkipReason, of company: Company.ID, in transaction: any Transaction
    ) throws {
        try WorkSkip.record(reason, of: draft, company: company, in: transaction)
        guard draft.cause.movesTicket, let id = draft.ticket, let ticket = try transaction.find(Ticket.self, id) else { return }
        try ticket.block(
            "The employees have caused one another more work than one wish of a person may lead to; a person should look.",
            by: .orchestrator, in: transaction)
    }

    /// Takes back the work that would bring a ticket on and has not begun.
    ///
    /// Who was asked something about it answers all the same.
    static func cancelPending(on ticket: Ticket.ID, reason: String, in transaction: any Transaction) throws {
        let pending = try transaction.select(
            WakeupRequest.self, "WHERE ticket_id = \(ticket) AND status = \(WakeupStatus.pending)")
        for request in pending where request.cause.movesTicket { try request.cancel(reason: reason, in: transaction) }
    }

    /// Takes back work that has not begun.
    ///
    /// - Parameter isQuiet: Whether nobody is woken because of it.
    func cancel(
        reason: String, by actor: EventActor = .orchestrator, isQuiet: Bool = false, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET status = \(WakeupStatus.cancelled), completed_at = \(transaction.now),
              updated_at = \(transaction.now), next_retry_at = NULL WHERE id = \(id) AND status = \(WakeupStatus.pending)
            """)
        try transaction.record(
            WorkCancelled(wakeupID: id, employeeID: agentID, reason: reason, threadID: threadID, ticketID: ticketID),
            company: companyID, by: actor)
        try passOnGuidance(wakes: false, in: transaction)
        let waking: Enquiry.Waking =
            try isQuiet ? .nobody : Employee.hasLeft(agentID, in: transaction) ? .everybody : .ticketHolders
        try settleEnquiries(answer: nil, else: reason, waking: waking, in: transaction)
        if cause.isOfMeeting { try Meeting.noteCancellation(of: self, in: transaction) }
    }
}
