package import Domain

extension Thread {
    /// Opens a thread that begins like another one, up to a message of it, with the same members.
    ///
    /// Nobody is woken. What branches off from a ticket's or a meeting's thread is a group. A known client key returns that
    /// thread.
    ///
    /// - Throws: ``RuleViolation``: not found for a message of another thread, a conflict for one that is no part of the
    ///   conversation any more.
    package func fork(
        at messageID: Message.ID, subject: String? = nil, by person: Author, clientKey: String? = nil,
        in transaction: any Transaction
    ) throws -> Thread {
        if let known = try transaction.known(Thread.self, clientKey: clientKey, company: companyID) { return known }
        let last = try Message.require(messageID, in: self, transaction)
        guard last.supersededAt == nil else {
            throw RuleViolation.conflict("The message is no part of the conversation any more.")
        }
        let subject = try subject.map { try RuleViolation.nonBlank($0, "subject") } ?? self.subject
        let fork = Thread(
            id: transaction.makeID(), companyID: companyID, kind: kind == .dm ? .dm : .group, subject: subject,
            createdBy: person.id, createdAt: transaction.now, lastMessageAt: transaction.now, clientKey: clientKey,
            forkedFromThreadID: id, forkedFromMessageID: messageID)
        try transaction.insert(fork)
        for member in try members(in: transaction) {
            let role = member.roleInThread.flatMap(ThreadRole.init(rawValue:))
            try fork.add(Member(id: member.memberID, kind: member.memberKind, role: role), in: transaction)
        }
        try fork.add(Member(id: person.id, kind: .user), in: transaction)
        try transaction.record(
            ThreadCreated(
                threadID: fork.id, kind: fork.kind, subject: subject, forkedFromThreadID: id, forkedFromMessageID: messageID),
            company: companyID, by: person.actor)
        try copyMessages(through: last, to: fork, in: transaction)
        if person.kind == .user { try fork.markRead(upTo: nil, by: Operator.ID(person.id), in: transaction) }
        try fork.settleMemory(in: transaction)
        return fork
    }

    /// The copies are no events: nobody has said anything.
    private func copyMessages(through last: Message, to fork: Thread, in transaction: any Transaction) throws {
        let shared = try transaction.select(
            Message.self,
            """
            WHERE thread_id = \(id) AND superseded_at IS NULL AND (created_at, id) <= (\(last.createdAt), \(last.id))
            ORDER BY created_at, id
            """)
        var copies: [Message.ID: Message.ID] = [:]
        for message in shared {
            var copy = message
            copy.id = transaction.makeID()
            copy.threadID = fork.id
            copy.parentID = message.parentID.flatMap { copies[$0] }
            copy.clientKey = nil
            copies[message.id] = copy.id
            try transaction.insert(copy)
        }
    }
}
