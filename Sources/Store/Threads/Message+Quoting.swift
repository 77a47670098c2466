package import Domain

extension Message {
    /// The messages that others answer expressly, by their ids.
    package static func quoted(
        by messages: [Message], in transaction: any Transaction
    ) throws -> [Message.ID: Message] {
        var found = Dictionary(messages.map { ($0.id, $0) }) { first, _ in first }
        let missing = Set(messages.compactMap(\.parentID)).subtracting(found.keys)
        guard !missing.isEmpty else { return found }
        let others = try transaction.select(
            Message.self, "WHERE id IN \(list: missing.sorted { $0.rawValue < $1.rawValue })")
        for message in others { found[message.id] = message }
        return found
    }

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` naming `reply_to`.
    static func requireAnswerable(_ id: Message.ID, in thread: Thread, _ transaction: any Transaction) throws {
        guard let message = try transaction.find(Message.self, id), message.threadID == thread.id else {
            throw RuleViolation.invalid(field: "reply_to", reason: "no message of this conversation has the id “\(id)”")
        }
        guard message.supersededAt == nil else {
            throw RuleViolation.invalid(
                field: "reply_to", reason: "names a message that is no part of the conversation any more")
        }
    }

    /// Whether a message stands in a thread.
    package static func isFound(_ id: Message.ID, in thread: Thread.ID, _ transaction: any Transaction) throws -> Bool {
        try transaction.find(Message.self, id)?.threadID == thread
    }
}
