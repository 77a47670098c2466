package import Domain

extension Message {
    /// Writes a message and wakes whom it is for.
    ///
    /// In a direct thread that is the other employee, in a ticket's thread the assignee, in a group those whose names the
    /// message mentions with an `@`, or else its most senior member. A known client key returns that message.
    ///
    /// - Throws: ``RuleViolation`` for an empty or oversized message.
    @discardableResult
    package static func post(
        _ content: String, to thread: Thread, by author: Author, clientKey: String? = nil, cause chain: CauseChain = .root,
        in transaction: any Transaction
    ) throws -> Message {
        if let known = try transaction.known(Message.self, clientKey: clientKey, thread: thread.id) { return known }
        guard !content.trimmed.isEmpty else { throw RuleViolation.invalid(field: "content", reason: "must not be empty") }
        guard content.utf8.count <= 100_000 else {
            throw RuleViolation.invalid(field: "content", reason: "must have at most 100000 bytes")
        }
        let message = Message(
            id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind, content: content,
            isAgentInitiated: author.kind == .employee, createdAt: transaction.now, clientKey: clientKey)
        try message.persist(in: thread, transaction)
        let cause: WakeupCause = thread.kind == .ticket ? .comment : author.kind == .employee ? .colleagueMessage : .message
        for employee in try recipients(of: message, in: thread, transaction) where employee.rawValue != author.id {
            try WakeupRequest.enqueue(
                WakeupRequest.Draft(
                    agent: employee, cause: cause, trigger: message.id.rawValue,
                    thread: thread.id, ticket: thread.ticketID,
                    dedupe: cause == .message ? .once("message:\(message.id)") : .pending("\(cause.rawValue):\(thread.id)"),
                    chain: chain),
                of: thread.companyID, in: transaction)
        }
        return message
    }

    /// Inserts the row, touches the thread and says so, waking nobody.
    func persist(in thread: Thread, _ transaction: any Transaction) throws {
        try transaction.insert(self)
        try transaction.execute("UPDATE threads SET last_message_at = \(createdAt) WHERE id = \(thread.id)")
        try transaction.record(
            MessagePersisted(
                threadID: thread.id, messageID: id, authorID: authorID, authorKind: authorKind, isAgentInitiated: isAgentInitiated
            ),
            company: thread.companyID, by: Author(kind: authorKind, id: authorID).actor)
    }

    /// The last `limit` messages of a thread, the oldest of them first.
    ///
    /// - Parameter superseded: Whether also those whose place another has taken.
    package static func latest(
        of thread: Thread.ID, limit: Int, superseded: Bool = false, in transaction: any Transaction
    ) throws -> [Message] {
        try transaction.select(
            """
            WHERE thread_id = \(thread) AND (superseded_at IS NULL OR \(superseded))
            ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """
        ).reversed()
    }

    private static func recipients(of message: Message, in thread: Thread, _ transaction: any Transaction) throws -> [Employee.ID]
    {
        switch thread.kind {
        case .ticket:
            // What colleagues say of a ticket that is done needs no answer; a person's question does.
            let assignee: Employee.ID? = try transaction.value(
                """
                SELECT assignee_id FROM tickets
                WHERE thread_id = \(thread.id) AND (status <> \(TicketStatus.done) OR \(message.authorKind == .user))
                """)
            return [assignee].compactMap { $0 }
        case .meeting, .broadcast, .proactive: return []
        case .dm, .group: break
        }
        let members = try transaction.all(
            Employee.self,
            """
            SELECT \(columns: Employee.self, of: "e") FROM thread_members m JOIN employees e ON e.id = m.member_id
            WHERE m.thread_id = \(thread.id) AND m.member_kind = \(MemberKind.employee) ORDER BY e.created_at, e.id
            """)
        let mentioned = members.filter { Mention.names($0.name, in: message.content) }
        if !mentioned.isEmpty || thread.kind == .dm { return (mentioned.isEmpty ? members : mentioned).map(\.id) }
        // An employee's answer in a group calls on nobody by itself, so that a group does not talk to itself for ever.
        guard message.authorKind == .user else { return [] }
        return members.min { ($0.level.rank ?? 9) < ($1.level.rank ?? 9) }.map { [$0.id] } ?? []
    }
}
