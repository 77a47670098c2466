package import Domain

extension Message {
    /// A part of a thread, the oldest message first.
    package struct Page: Sendable {
        package let messages: [Message]
        /// The message before which older ones are, if any are.
        package let previous: Message.ID?
        /// The message behind which newer ones are, if any are.
        package let next: Message.ID?
    }

    /// The messages before or behind one, or the latest.
    ///
    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` for a message of another thread, and for both places at once.
    package static func page(
        of thread: Thread.ID, before: Message.ID? = nil, after: Message.ID? = nil, superseded: Bool = false, limit: Int,
        in transaction: any Transaction
    ) throws -> Page {
        if before != nil, after != nil {
            throw RuleViolation.invalid(field: "after", reason: "goes only without “before”")
        }
        if let after {
            let place = try self.place(after, of: thread, field: "after", in: transaction)
            let found = try transaction.select(
                Message.self,
                """
                WHERE thread_id = \(thread) AND (superseded_at IS NULL OR \(superseded))
                  AND (created_at, id) > (\(place.createdAt), \(place.id))
                ORDER BY created_at, id LIMIT \(limit + 1)
                """)
            let shown = Array(found.prefix(limit))
            return Page(messages: shown, previous: shown.first?.id, next: found.count > limit ? shown.last?.id : nil)
        }
        var condition: SQL = "WHERE thread_id = \(thread) AND (superseded_at IS NULL OR \(superseded))"
        if let before {
            let place = try self.place(before, of: thread, field: "before", in: transaction)
            condition = condition + "AND (created_at, id) < (\(place.createdAt), \(place.id))"
        }
        let found = try transaction.select(
            Message.self, condition + "ORDER BY created_at DESC, id DESC LIMIT \(limit + 1)")
        let shown = Array(found.prefix(limit).reversed())
        return Page(messages: shown, previous: found.count > limit ? shown.first?.id : nil, next: nil)
    }

    private static func place(
        _ id: Message.ID, of thread: Thread.ID, field: String, in transaction: any Transaction
    ) throws -> Message {
        guard let message = try transaction.find(Message.self, id), message.threadID == thread else {
            throw RuleViolation.invalid(field: field, reason: "no message of this conversation has the id “\(id)”")
        }
        return message
    }
}
