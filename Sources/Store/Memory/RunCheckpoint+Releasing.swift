package import Domain

extension RunCheckpoint {
    /// Lets work go on that waited for a decision or a limit, now that this is not in its way any more; what something else
    /// holds up too waits on.
    ///
    /// - Parameter id: Of what a blocker refers to: an approval, a budget policy.
    package static func release(_ id: String, of company: Company.ID, in transaction: any Transaction) throws {
        let held = try transaction.select(
            RunCheckpoint.self,
            """
            WHERE company_id = \(company) AND wakeup_id IS NULL
              AND checkpoint_kind IN \(list: [CheckpointKind.approvalBlocked, .budgetBlocked])
              AND EXISTS (SELECT 1 FROM json_each(blockers_json) b WHERE json_extract(b.value, '$.refId') = \(id))
            ORDER BY created_at, id
            """)
        for checkpoint in held where try !checkpoint.blockers.value.contains(where: { try $0.isOpen(in: transaction) }) {
            // Work that was taken off the queue, or has gone on without the checkpoint, is not begun again.
            if let work = try checkpoint.stoppedWork(in: transaction), work.status != .pending { continue }
            try checkpoint.goOn(in: transaction)
        }
    }

    /// Lets work go on that had failed because its provider was away, now that the provider has answered: each piece of work
    /// once, so that what fails for a reason of its own is not begun for ever.
    ///
    /// It is asked at the end of every turn, so it looks only at the few pieces of work that failed lately.
    static func release(answeredBy provider: Provider.ID, of company: Company.ID, in transaction: any Transaction) throws {
        let outages: SQL = "('connect', 'timeout', 'rate_limited', 'quota', 'server', 'broken_stream', 'unauthorized')"
        let held = try transaction.all(
            RunCheckpoint.self,
            """
            SELECT \(columns: RunCheckpoint.self, of: "c") FROM agent_wakeup_requests w LEFT JOIN tickets t ON t.id = w.ticket_id
            JOIN run_checkpoints c ON c.thread_id = coalesce(w.thread_id, t.thread_id) AND c.created_at = w.completed_at
              AND c.employee_id = w.agent_id
            LEFT JOIN runs r ON r.id = c.run_id
            WHERE w.company_id = \(company) AND w.status = 'failed' AND w.completed_at > \(transaction.now + lately)
              AND (r.id IS NULL OR r.error_class IN \(outages)) AND c.wakeup_id IS NULL AND c.resume_origin_json IS NULL
              AND NOT EXISTS (SELECT 1 FROM run_checkpoints p WHERE p.wakeup_id = w.id)
              AND json_extract(c.blockers_json, '$[0].kind') = \(BlockerKind.provider)
              AND json_extract(c.blockers_json, '$[0].refId') = \(provider) ORDER BY c.created_at, c.id
            """)
        try goOn(held, in: transaction)
    }

    /// Lets work go on that had failed at a provider, or for want of one, now that somebody has set this one up or found it
    /// well; what waits to be tried again is tried at once.
    package static func release(at provider: Provider.ID, in transaction: any Transaction) throws {
        let held = try transaction.select(
            RunCheckpoint.self,
            """
            WHERE wakeup_id IS NULL AND checkpoint_kind IN \(list: [CheckpointKind.stopped, .timeout])
              AND company_id NOT IN (SELECT id FROM companies WHERE status = \(CompanyStatus.archived))
              AND created_at > \(transaction.now + lately) AND json_extract(blockers_json, '$[0].kind') = \(BlockerKind.provider)
              AND coalesce(json_extract(blockers_json, '$[0].refId'), \(provider)) = \(provider) ORDER BY created_at, id
            """)
        try goOn(held, in: transaction)
        try WakeupRequest.tryAgain(at: provider, in: transaction)
    }

    /// What is older a person should look at first.
    private static let lately = Duration.seconds(-7 * 24 * 3600)

    private static func goOn(_ checkpoints: [RunCheckpoint], in transaction: any Transaction) throws {
        for checkpoint in checkpoints where try checkpoint.isStanding(in: transaction) {
            try checkpoint.goOn(in: transaction)
        }
    }

    /// Whether everything is still as the failure left it: the ticket blocked with its words, or nothing said or begun since.
    private func isStanding(in transaction: any Transaction) throws -> Bool {
        guard try Self.latest(of: threadID, in: transaction)?.id == id else { return false }
        let thread = try transaction.find(Thread.self, threadID)
        if let ticketID = thread?.ticketID {
            guard let ticket = try transaction.find(Ticket.self, ticketID) else { return false }
            return ticket.status == .blocked && ticket.blockedReason == blockers.value.first?.summary
        }
        // Who asked a colleague was told that there is no answer, and has gone on.
        let isOfPeople = try transaction.exists(
            "SELECT 1 FROM thread_members WHERE thread_id = \(threadID) AND member_kind = \(MemberKind.user)")
        return try isOfPeople
            && !transaction.exists(
                """
                SELECT 1 FROM messages WHERE thread_id = \(threadID) AND superseded_at IS NULL AND author_id = \(employeeID)
                  AND created_at >= \(createdAt)
                UNION ALL
                SELECT 1 FROM agent_wakeup_requests WHERE thread_id = \(threadID) AND agent_id = \(employeeID)
                  AND status IN ('pending', 'processing') AND cause <> \(WakeupCause.digest)
                """)
    }

    /// Goes on by itself; where a person has settled the matter otherwise meanwhile, nothing happens.
    private func goOn(in transaction: any Transaction) throws {
        do {
            _ = try transaction.attempt { try resume(by: .orchestrator, in: transaction) }
        } catch is RuleViolation {}
    }
}

extension Blocker {
    /// Whether it is a decision that is still to be made, or a budget that still stops somebody.
    func isOpen(in transaction: any Transaction) throws -> Bool {
        guard let refID else { return false }
        if kind == .budget {
            return try transaction.exists(
                "SELECT 1 FROM work_holds WHERE reason = \(HoldReason.budget) AND ref_id = \(refID)")
        }
        guard kind == .approval else { return false }
        return try transaction.exists(
            """
            SELECT 1 FROM questions WHERE id = \(refID) AND status = \(QuestionStatus.open)
            UNION ALL SELECT 1 FROM approval_items WHERE id = \(refID) AND status = \(ApprovalStatus.pending)
            """)
    }
}
