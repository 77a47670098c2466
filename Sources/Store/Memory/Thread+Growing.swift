import Domain

extension Thread {
    /// Notes a message, and queues a digest when the thread has grown far enough beyond the one it has.
    ///
    /// The counters of the row say so, hence nothing is counted. A digest is asked for at each multiple of the threshold, so
    /// that one which failed is not asked for again with every message.
    ///
    /// What was taken back before it was said is no part of the thread.
    func grow(by message: Message, in transaction: any Transaction) throws {
        guard message.supersededAt == nil else { return }
        let added = TokenEstimate.tokens(in: message.content)
        let grown = try transaction.rows(
            """
            UPDATE threads SET last_message_at = \(message.createdAt), unsummarised_messages = unsummarised_messages + 1,
              unsummarised_tokens = unsummarised_tokens + \(added) WHERE id = \(id)
            RETURNING unsummarised_messages, unsummarised_tokens
            """
        ) { row in (messages: try Int(column: row.value(at: 0)), tokens: try Int(column: row.value(at: 1))) }
        guard let size = grown.first, size.messages >= Company.leastDigestThreshold, kind != .meeting else { return }
        let threshold = try Company.require(companyID, in: transaction).digestThreshold
        let isLong = size.tokens / ThreadDigest.tokenThreshold > (size.tokens - added) / ThreadDigest.tokenThreshold
        guard size.messages.isMultiple(of: threshold) || isLong else { return }
        try ThreadDigest.noteStale(id, in: transaction)
        try requestDigest(in: transaction)
    }

    /// Queues a digest where what none covers is more than a thread may grow by.
    func requestDigestIfGrown(in transaction: any Transaction) throws {
        let left: Int = try transaction.value("SELECT unsummarised_messages FROM threads WHERE id = \(id)") ?? 0
        guard try left >= Company.require(companyID, in: transaction).digestThreshold else { return }
        try requestDigest(in: transaction)
    }

    /// Queues a digest unless one waits already.
    ///
    /// It is work of whoever the thread is about: their provider and no other may read what was said, and it is their work that
    /// costs. Yet it is no turn of theirs, so it takes neither them nor the thread.
    ///
    /// - Returns: `nil` when one waits already, or when no employee takes part.
    @discardableResult
    func requestDigest(
        by actor: EventActor = .orchestrator, in transaction: any Transaction
    ) throws -> WakeupRequest? {
        // Asked for again it is the same digest, which is worth no receipt.
        let waits = try transaction.exists(
            """
            SELECT 1 FROM agent_wakeup_requests WHERE thread_id = \(id) AND cause = \(WakeupCause.digest) AND status = 'pending'
            """)
        guard !waits, let agent = try digestAgent(in: transaction) else { return nil }
        return try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: agent, cause: .digest, trigger: id.rawValue, thread: id, dedupe: .pending("digest:\(id)"), chain: .root),
            of: companyID, by: actor, in: transaction)
    }

    private func digestAgent(in transaction: any Transaction) throws -> Employee.ID? {
        if let ticketID, let assignee = try transaction.find(Ticket.self, ticketID)?.assigneeID,
            let reader = try Employee.standIn(for: assignee, in: transaction)
        {
            return reader.id
        }
        return try employees(limit: 1, in: transaction).first?.id
    }
}
