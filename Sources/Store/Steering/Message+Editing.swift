package import Domain

extension Message {
    /// Puts other words in the place of a person's own message and sends them.
    ///
    /// Its files, and which message it answers, go with them. The old message and all that came later remain, but are no part of
    /// the conversation any more. A known client key, and the same words again, return what was sent then.
    ///
    /// - Returns: The message that takes the old one's place.
    /// - Throws: ``RuleViolation/conflict(_:)`` for a message of somebody else, or one whose place was taken already.
    package static func edit(
        _ id: Message.ID, to content: String, in thread: Thread, by person: Operator.ID, clientKey: String? = nil,
        _ transaction: any Transaction
    ) throws -> Message {
        if let known = try transaction.known(Message.self, clientKey: clientKey, thread: thread.id) { return known }
        let message = try require(id, in: thread, transaction)
        guard message.authorKind == .user, message.authorID == person.rawValue else {
            throw RuleViolation.conflict("Only one's own messages can be changed.")
        }
        if message.supersededAt != nil {
            if let next = try message.supersededBy.flatMap({ try transaction.find(Message.self, $0) }), next.content == content {
                return next
            }
            throw RuleViolation.conflict("The message is no part of the conversation any more.")
        }
        try requireTalk(thread)
        try message.supersede(from: thread, by: .user(person), in: transaction)
        let sent = try post(
            content, to: thread, by: .user(person), files: message.fileIDs?.value ?? [], answering: message.parentID,
            clientKey: clientKey, in: transaction)
        try transaction.execute("UPDATE messages SET superseded_by = \(sent.id) WHERE id = \(id)")
        return sent
    }
}
