package import Domain

extension Message {
    /// Takes the message and all that came later in its thread out of the conversation; the rows remain.
    ///
    /// What is queued because of them is taken back, and talk that goes on because of them is ended.
    ///
    func supersede(from thread: Thread, by person: Author, in transaction: any Transaction) throws {
        let gone: [Message.ID] = try transaction.values(
            """
            SELECT id FROM messages WHERE thread_id = \(thread.id) AND superseded_at IS NULL
              AND (created_at, id) >= (\(createdAt), \(id)) ORDER BY created_at, id
            """)
        try transaction.execute(
            """
            UPDATE messages SET superseded_at = \(transaction.now) WHERE thread_id = \(thread.id) AND superseded_at IS NULL
              AND (created_at, id) >= (\(createdAt), \(id))
            """)
        try thread.settleMemory(in: transaction)
        try transaction.record(
            MessageSuperseded(threadID: thread.id, messageID: id, count: gone.count), company: thread.companyID,
            by: person.actor)
        try takeBackTalk(about: gone, in: thread, by: person, transaction)
        try transaction.execute(
            """
            UPDATE run_guidance SET status = \(GuidanceStatus.dropped), settled_at = \(transaction.now)
            WHERE status = \(GuidanceStatus.waiting) AND thread_id = \(thread.id) AND EXISTS (
              SELECT 1 FROM messages m WHERE m.id = run_guidance.message_id AND m.superseded_at IS NOT NULL)
            """)
    }

    /// Work on tickets goes on: it is not about what was said.
    private func takeBackTalk(
        about messages: [Message.ID], in thread: Thread, by person: Author, _ transaction: any Transaction
    ) throws {
        let causes = Set(messages.map(\.rawValue))
        let open = try transaction.select(
            WakeupRequest.self, "WHERE thread_id = \(thread.id) AND status IN ('pending', 'processing') ORDER BY id")
        for work in open where work.isTalk {
            guard work.triggerID.map(causes.contains) == true || work.answersAll(since: createdAt, in: thread) else { continue }
            if work.status == .processing {
                try WorkStop.ask(for: work, by: person, discards: true, in: transaction)
            } else {
                try work.cancel(reason: "superseded", by: person.actor, in: transaction)
            }
        }
    }

    /// The message of this thread.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)`` also for a message of another thread.
    package static func require(_ id: Message.ID, in thread: Thread, _ transaction: any Transaction) throws -> Message {
        guard let message = try transaction.find(Message.self, id), message.threadID == thread.id else {
            throw RuleViolation.notFound("message")
        }
        return message
    }

    /// - Throws: ``RuleViolation/conflict(_:)`` in a thread whose course is not for one person to change.
    static func requireTalk(_ thread: Thread) throws {
        guard thread.kind == .dm || thread.kind == .group || thread.kind == .ticket else {
            throw RuleViolation.conflict("What was said in a \(thread.kind.rawValue) stays as it was said.")
        }
        try thread.requireOpen()
    }
}

extension WakeupRequest {
    /// Whether the work is about what was said, and moves no ticket on.
    var isTalk: Bool { !cause.movesTicket || (cause == .colleagueAnswered && ticketID == nil) }

    /// Whether the work goes on with all that was said until it began, and that was after a certain time: what waits for the same
    /// employee in a direct conversation or for a ticket's assignee is answered together.
    fileprivate func answersAll(since time: Timestamp, in thread: Thread) -> Bool {
        guard status == .processing, let startedAt, startedAt >= time else { return false }
        return cause == .comment || (thread.kind == .dm && (cause == .message || cause == .colleagueMessage))
    }
}
