package import Domain

// How far people have read. What is unread is looked at from the mark on, and only so far as is told.
extension Thread {
    /// More are not counted.
    package static let unreadLimit = 100

    /// How many messages of others a person has not read, of the threads that they take part in; ``unreadLimit`` at the most.
    package static func unread(
        in threads: [Thread.ID], by reader: Operator.ID, _ transaction: any Transaction
    ) throws -> [Thread.ID: Int] {
        guard !threads.isEmpty else { return [:] }
        let counts = try transaction.rows(
            """
            SELECT threads.id, (SELECT count(*) FROM (
              SELECT 1 FROM messages m WHERE m.thread_id = threads.id AND \(isNew(to: reader)) LIMIT \(unreadLimit)))
            FROM threads WHERE id IN \(list: threads) AND \(hasMember(reader))
            """
        ) { row in (try Thread.ID(column: row.value(at: 0)), try Int(column: row.value(at: 1))) }
        return Dictionary(counts) { first, _ in first }
    }

    /// Marks a thread as read up to a message, or all of it; a mark never goes back.
    ///
    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` for a message of another thread.
    package func markRead(upTo message: Message.ID?, by reader: Operator.ID, in transaction: any Transaction) throws {
        let found: Message?
        if let message {
            found = try transaction.find(Message.self, message)
            guard found?.threadID == id else {
                throw RuleViolation.invalid(
                    field: "message_id", reason: "no message of this conversation has the id “\(message)”")
            }
        } else {
            found = try Message.latest(of: id, limit: 1, in: transaction).first
        }
        guard let found else { return }
        try transaction.execute(
            """
            INSERT INTO thread_reads (thread_id, operator_id, message_id, message_at, read_at)
            VALUES (\(id), \(reader), \(found.id), \(found.createdAt), \(transaction.now))
            ON CONFLICT (thread_id, operator_id) DO UPDATE SET
              message_id = excluded.message_id, message_at = excluded.message_at, read_at = excluded.read_at
            WHERE (excluded.message_at, excluded.message_id) > (message_at, message_id)
            """)
    }

    /// The message up to which a person has read.
    package func readMark(of reader: Operator.ID, in transaction: any Transaction) throws -> Message.ID? {
        try transaction.value("SELECT message_id FROM thread_reads WHERE thread_id = \(id) AND operator_id = \(reader)")
    }

    /// A condition on `threads`: something in it is unread.
    static func isUnread(by reader: Operator.ID) -> SQL {
        "\(hasMember(reader)) AND EXISTS (SELECT 1 FROM messages m WHERE m.thread_id = threads.id AND \(isNew(to: reader)))"
    }

    private static func hasMember(_ reader: Operator.ID) -> SQL {
        """
        EXISTS (SELECT 1 FROM thread_members u WHERE u.thread_id = threads.id AND u.member_id = \(reader) AND u.member_kind = 'user')
        """
    }

    /// A condition on a message `m` of `threads`.
    private static func isNew(to reader: Operator.ID) -> SQL {
        """
        m.author_id <> \(reader) AND m.superseded_at IS NULL AND (m.created_at, m.id) > (
          coalesce((SELECT message_at FROM thread_reads r WHERE r.thread_id = threads.id AND r.operator_id = \(reader)), -1),
          coalesce((SELECT message_id FROM thread_reads r WHERE r.thread_id = threads.id AND r.operator_id = \(reader)), ''))
        """
    }
}
