package import Domain

extension ThreadDigest {
    /// What a digest is made from: what it says so far, and what was said since.
    package struct Material: Sendable {
        package let thread: Thread
        /// The digest as it is; `nil` for the first one.
        package let digest: ThreadDigest?
        /// What the new summary goes on from; nothing where that can be trusted no more.
        package let summary: String
        /// What has not been read yet, the oldest first; the beginning of it where there is much.
        package let messages: [Message]
        package let names: [String: String]
        /// The files of messages, by message.
        package let files: [Message.ID: [VaultFile]]

        /// Whether something of what was read is no part of the conversation any more: whatever follows it is none either.
        func isTakenBack(upTo last: Message, in transaction: any Transaction) throws -> Bool {
            try transaction.exists("SELECT 1 FROM messages WHERE id = \(last.id) AND superseded_at IS NOT NULL")
        }
    }

    /// As many tokens of new messages as are worth a digest, however few messages they are.
    static let tokenThreshold = 4000

    /// As many messages as one digest reads at most.
    package static let messageLimit = 200

    /// Reads what the thread's next digest is made from.
    ///
    /// Where the last message that was read is gone, all is read anew: what the summary says may be gone too.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func material(
        of thread: Thread.ID, in company: Company.ID, _ transaction: any Transaction
    ) throws -> Material {
        let thread = try Thread.require(thread, of: company, in: transaction)
        let digest = try of(thread.id, in: transaction)
        let boundary = try digest?.lastSummarizedMessageID.flatMap { try transaction.find(Message.self, $0) }
        let isLost = digest.map { !$0.summary.isEmpty && boundary == nil } ?? false
        let messages = try Message.after(boundary, in: thread.id, limit: messageLimit, transaction)
        return Material(
            thread: thread, digest: digest, summary: isLost ? "" : digest?.summary ?? "", messages: messages,
            names: try Employee.names(of: Set(messages.map(\.authorID)), in: transaction),
            files: try Message.attachments(of: messages, in: transaction))
    }

    /// Puts a new summary in, made of `material` up to a message.
    ///
    /// Facts that are pinned stay. What a person has written meanwhile stays too, and the new summary is not put in. Nor is one
    /// that tells of a message that was taken back meanwhile: another is asked for.
    ///
    /// - Returns: Whether it was put in.
    /// - Throws: ``StoreError``.
    @discardableResult
    package static func renew(
        _ material: Material, summary: String, upTo last: Message, in transaction: any Transaction
    ) throws -> Bool {
        let current = try of(material.thread.id, in: transaction)
        guard current?.summary ?? "" == material.digest?.summary ?? "" else { return false }
        guard current?.lastSummarizedMessageID == material.digest?.lastSummarizedMessageID,
            try !material.isTakenBack(upTo: last, in: transaction)
        else {
            try material.thread.requestDigestIfGrown(in: transaction)
            return false
        }
        let left = try material.thread.settleGrowth(after: last, in: transaction)
        let threshold = try Company.require(material.thread.companyID, in: transaction).digestThreshold
        var digest = try current ?? make(for: material.thread, in: transaction)
        digest.summary = summary
        digest.lastSummarizedMessageID = last.id
        digest.freshness = left >= threshold ? .stale : .fresh
        try digest.save(by: .orchestrator, in: transaction)
        if left >= threshold { try material.thread.requestDigest(in: transaction) }
        return true
    }

    /// Notes that a summary is behind; what it says stays.
    static func noteStale(_ thread: Thread.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE thread_digests SET freshness = \(DigestFreshness.stale)
            WHERE thread_id = \(thread) AND freshness = \(DigestFreshness.fresh)
            """)
    }
}

extension Thread {
    /// Counts anew when messages are no part of the conversation any more, or have come into it together; where the digest's
    /// last one is gone, the digest is degraded and all is to be read anew.
    func settleMemory(in transaction: any Transaction) throws {
        let digest = try ThreadDigest.of(id, in: transaction)
        let boundary = try digest?.lastSummarizedMessageID.flatMap { try transaction.find(Message.self, $0) }
        if let digest, let boundary, boundary.supersededAt != nil {
            try transaction.execute(
                """
                UPDATE thread_digests SET last_summarized_message_id = NULL, freshness = \(DigestFreshness.degraded)
                WHERE id = \(digest.id)
                """)
            _ = try settleGrowth(after: nil, in: transaction)
            try requestDigestIfGrown(in: transaction)
        } else {
            _ = try settleGrowth(after: boundary, in: transaction)
        }
    }
}

extension Message {
    /// What was said after a message, the oldest first; everything when there is none.
    package static func after(
        _ message: Message?, in thread: Thread.ID, limit: Int, _ transaction: any Transaction
    ) throws -> [Message] {
        var condition: SQL = "WHERE thread_id = \(thread) AND superseded_at IS NULL"
        if let message { condition = condition + "AND (created_at, id) > (\(message.createdAt), \(message.id))" }
        return try transaction.select(Message.self, condition + "ORDER BY created_at, id LIMIT \(limit)")
    }
}

extension Thread {
    /// Counts anew what no digest covers.
    ///
    /// - Returns: How many messages these are.
    func settleGrowth(after last: Message?, in transaction: any Transaction) throws -> Int {
        var rest: SQL = "FROM messages WHERE thread_id = \(id) AND superseded_at IS NULL"
        if let last { rest = rest + "AND (created_at, id) > (\(last.createdAt), \(last.id))" }
        let counts = try transaction.rows("SELECT count(*), coalesce(sum(length(content)), 0) " + rest) { row in
            (messages: try Int(column: row.value(at: 0)), letters: try Int(column: row.value(at: 1)))
        }
        guard let left = counts.first else { return 0 }
        try transaction.execute(
            """
            UPDATE threads SET unsummarised_messages = \(left.messages), unsummarised_tokens = \(left.letters / 3)
            WHERE id = \(id)
            """)
        return left.messages
    }
}
