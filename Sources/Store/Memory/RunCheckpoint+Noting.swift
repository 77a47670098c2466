package import Domain

extension RunCheckpoint {
    /// Notes the boundary that a run has come to, if it is one that matters.
    ///
    /// Part of ``Run/finish(_:of:as:totals:message:in:)``, in its transaction.
    static func note(
        _ ending: RunEnding, of work: WakeupRequest, isFinal: Bool, run: Run?, totals: RunTotals,
        in transaction: any Transaction
    ) throws {
        // Work that a budget stops in its course goes on by itself, but people should see how far it is.
        let isStopped = ending.shortage != nil && run != nil
        guard isFinal || isStopped, work.cause != .digest, !work.cause.isOfMeeting else { return }
        let ticket = try work.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
        guard let threadID = work.threadID ?? ticket?.threadID else { return }
        var facts = RunFacts(cause: work.cause, isFinal: isFinal || isStopped, provider: work.providerID)
        if case .answered = ending {
            if totals.toolCalls > 0 { facts.approvals = try approvals(ticket, threadID, work.companyID, transaction) }
            if let run, let ticket, let closed = ticket.closedAt, ticket.status == .done, closed >= run.startedAt {
                facts.closedTicket = ticket.label
            }
            guard !facts.approvals.isEmpty || facts.closedTicket != nil || work.cause == .routine else { return }
        }
        facts.objective = try objective(of: work, ticket, threadID, transaction)
        facts.progress = RunProgress(of: try Run.steps(of: work.id, in: transaction))
        guard let draft = CheckpointDraft.of(ending, facts) else { return }
        let checkpoint = RunCheckpoint(
            id: transaction.makeID(), companyID: work.companyID, threadID: threadID, runID: run?.id, employeeID: work.agentID,
            checkpointKind: draft.kind, objective: draft.objective, progressSummary: draft.progress,
            blockers: JSONColumn(draft.blockers), nextAction: draft.nextAction, activeArtifactRefs: JSONColumn(draft.artifacts),
            unresolvedApprovalRefs: JSONColumn(draft.approvals),
            resumeOrigin: run?.context?.value.resumeOrigin.map { JSONColumn($0) }, createdAt: transaction.now)
        try checkpoint.enter(by: .orchestrator, in: transaction)
    }

    /// Notes a boundary by hand.
    ///
    /// A known client key returns that checkpoint.
    ///
    /// - Throws: ``RuleViolation`` for texts that are empty or too long.
    package static func make(
        _ progress: String, objective: String? = nil, next: String? = nil, in thread: Thread, by actor: EventActor,
        clientKey: String? = nil, _ transaction: any Transaction
    ) throws -> RunCheckpoint {
        if let known = try transaction.known(RunCheckpoint.self, clientKey: clientKey, company: thread.companyID) { return known }
        let ticket = try thread.ticketID.flatMap { try transaction.find(Ticket.self, $0) }
        let employees = try thread.employees(limit: 2, in: transaction)
        let employee = ticket?.assigneeID ?? (employees.count == 1 ? employees.first?.id : nil)
        let checkpoint = RunCheckpoint(
            id: transaction.makeID(), companyID: thread.companyID, threadID: thread.id, employeeID: employee,
            checkpointKind: .manual,
            objective: try objective.map { try RuleViolation.nonBlank($0, "objective", limit: 1000) }
                ?? ticket.map { "\($0.label) \($0.title)" },
            progressSummary: try RuleViolation.nonBlank(progress, "progress_summary", limit: 10_000),
            nextAction: try next.map { try RuleViolation.nonBlank($0, "next_action", limit: 2000) }, createdAt: transaction.now,
            clientKey: clientKey)
        try checkpoint.enter(by: actor, in: transaction)
        return checkpoint
    }

    private func enter(by actor: EventActor, in transaction: any Transaction) throws {
        try transaction.insert(self)
        try transaction.execute("UPDATE threads SET has_memory = 1 WHERE id = \(threadID) AND has_memory = 0")
        try transaction.record(CheckpointCreated(self), company: companyID, by: actor)
        try Self.prune(threadID, keeping: Company.require(companyID, in: transaction).checkpointHistory, in: transaction)
    }

    /// Lets go of the oldest, but never of one that work takes up, or that waits for a decision.
    private static func prune(_ thread: Thread.ID, keeping count: Int, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM run_checkpoints WHERE id IN (
              SELECT id FROM run_checkpoints WHERE thread_id = \(thread)
              ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET \(count))
            AND NOT (resumed_at IS NULL AND checkpoint_kind IN ('approval-blocked', 'budget-blocked'))
            AND NOT EXISTS (
              SELECT 1 FROM agent_wakeup_requests w WHERE w.id = run_checkpoints.wakeup_id
                AND w.status IN ('pending', 'processing'))
            """)
    }

    /// What the run was to achieve: the ticket, or what somebody else said last.
    private static func objective(
        of work: WakeupRequest, _ ticket: Ticket?, _ thread: Thread.ID, _ transaction: any Transaction
    ) throws -> String? {
        if let ticket { return "\(ticket.label) \(ticket.title)" }
        let said = try Message.latest(of: thread, limit: 10, in: transaction)
        return said.last { $0.authorID != work.agentID.rawValue && $0.authorKind != .system }?.content.trimmed.cut(to: 220)
    }

    private static func approvals(
        _ ticket: Ticket?, _ thread: Thread.ID, _ company: Company.ID, _ transaction: any Transaction
    ) throws -> [Blocker] {
        let questions = try transaction.select(
            Question.self,
            """
            WHERE (ticket_id IS NOT NULL AND ticket_id IS \(ticket?.id) OR thread_id = \(thread)) AND kind = \(QuestionKind.approval)
              AND status = \(QuestionStatus.open) ORDER BY created_at, id LIMIT 8
            """)
        let items = try ticket.map { try ApprovalItem.pending(about: [$0.id.rawValue], of: company, in: transaction) } ?? []
        return questions.map { Blocker(kind: .approval, refID: $0.id.rawValue, summary: $0.prompt) }
            + items.map { Blocker(kind: .approval, refID: $0.id.rawValue, summary: $0.summary) }
    }
}
