package import Domain

extension RunCheckpoint {
    /// Queues the work that takes the checkpoint up; asked again, it is the same work, unless that was taken off the queue
    /// before it began.
    ///
    /// - Throws: ``RuleViolation`` when there is nothing to go on with, or what held it up still does.
    package func resume(
        by actor: EventActor, in transaction: any Transaction
    ) throws -> (work: WakeupRequest, isNew: Bool) {
        if let work = try takenUp(in: transaction) { return (work, false) }
        guard checkpointKind != .completion, checkpointKind != .routineCompleted else {
            throw RuleViolation.conflict("There is nothing to go on with: the work was finished.")
        }
        for blocker in blockers.value where try blocker.isOpen(in: transaction) {
            throw RuleViolation.conflict(
                blocker.kind == .budget
                    ? "A budget is used up: \(blocker.summary) When it is raised the work goes on by itself."
                    : "The question “\(blocker.summary)” is not answered yet; with the answer the work goes on by itself.")
        }
        let thread = try Thread.require(threadID, of: companyID, in: transaction)
        let ticket = try thread.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
        if let ticket { try ticket.requireUnfinished(in: transaction) }
        let work = try queue(thread, ticket, by: actor, transaction)
        guard let work else {
            throw RuleViolation.conflict("The work cannot be queued: nobody is there to do it, or it waits already.")
        }
        try take(up: work, by: actor, in: transaction)
        return (work, true)
    }

    /// The work that has taken the checkpoint up.
    private func takenUp(in transaction: any Transaction) throws -> WakeupRequest? {
        guard let wakeupID, let work = try transaction.find(WakeupRequest.self, wakeupID) else { return nil }
        let isLost =
            try work.status == .cancelled && !transaction.exists("SELECT 1 FROM runs WHERE wakeup_id = \(work.id)")
        return isLost ? nil : work
    }

    private func queue(
        _ thread: Thread, _ ticket: Ticket?, by actor: EventActor, _ transaction: any Transaction
    ) throws -> WakeupRequest? {
        if let work = try stoppedWork(in: transaction), work.status == .pending { return work }
        if let ticket, ticket.status == .blocked {
            try ticket.unblock(cause: .manual, by: actor, chain: .root, in: transaction)
            return try WakeupRequest.latestPending(on: ticket.id, in: transaction)
        }
        guard let agent = ticket?.assigneeID ?? employeeID else { return nil }
        try transaction.find(Employee.self, agent)?.requirePresence(in: transaction)
        return try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: agent, cause: .manual, trigger: id.rawValue, thread: thread.id, ticket: ticket?.id,
                dedupe: .once(["checkpoint", id.rawValue, wakeupID?.rawValue].compactMap(\.self).joined(separator: ":")),
                chain: .root), of: companyID, in: transaction)
    }

    /// The work that a budget has stopped in its course.
    func stoppedWork(in transaction: any Transaction) throws -> WakeupRequest? {
        guard checkpointKind == .budgetBlocked, let runID, let run = try transaction.find(Run.self, runID) else { return nil }
        return try run.wakeupID.flatMap { try transaction.find(WakeupRequest.self, $0) }
    }

    /// Lets the work that an answer has queued take up what waited for the answer.
    ///
    /// Once: a checkpoint that is taken up is not taken up again.
    static func release(_ question: Question, in transaction: any Transaction) throws {
        guard question.kind == .approval else { return }
        let waiting = try transaction.select(
            RunCheckpoint.self,
            """
            WHERE company_id = \(question.companyID) AND checkpoint_kind = \(CheckpointKind.approvalBlocked)
              AND wakeup_id IS NULL AND employee_id = \(question.employeeID) ORDER BY created_at DESC, id DESC
            """
        ).first { $0.blockers.value.contains { $0.refID == question.id.rawValue } }
        guard let waiting else { return }
        let queued = try transaction.select(
            WakeupRequest.self,
            """
            WHERE company_id = \(question.companyID) AND status = \(WakeupStatus.pending)
              AND (trigger_id = \(question.id.rawValue) OR (ticket_id IS NOT NULL AND ticket_id IS \(question.ticketID)))
            ORDER BY created_at DESC, id DESC LIMIT 1
            """
        ).first
        if let queued { try waiting.take(up: queued, by: .orchestrator, in: transaction) }
    }

    private func take(up work: WakeupRequest, by actor: EventActor, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE run_checkpoints SET wakeup_id = \(work.id), resumed_at = \(transaction.now)
            WHERE id = \(id) AND wakeup_id IS \(wakeupID)
            """)
        try transaction.record(
            CheckpointResumed(checkpointID: id, threadID: threadID, wakeupID: work.id), company: companyID, by: actor)
    }
}

extension WakeupRequest {
    fileprivate static func latestPending(on ticket: Ticket.ID, in transaction: any Transaction) throws -> WakeupRequest? {
        try transaction.select(
            WakeupRequest.self,
            "WHERE ticket_id = \(ticket) AND status = \(WakeupStatus.pending) ORDER BY created_at DESC, id DESC LIMIT 1"
        ).first
    }
}

extension Ticket {
    fileprivate func requireUnfinished(in transaction: any Transaction) throws {
        guard status != .done else { throw RuleViolation.conflict("The ticket \(label) is done: reopen it first.") }
        try requireNoHand(in: transaction)
        try requireAnswers(in: transaction)
        let waitsFor = try openDependencies(in: transaction)
        guard waitsFor.isEmpty else {
            throw RuleViolation.conflict("The ticket \(label) waits for \(waitsFor.map(\.label).joined(separator: ", ")).")
        }
    }
}
