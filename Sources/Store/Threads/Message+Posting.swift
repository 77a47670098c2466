package import Domain

extension Message {
    /// As many files as one message may have.
    package static let fileLimit = 20

    /// Writes a message and wakes whom it is for, see ``Recipient/reach(of:)``.
    ///
    /// A known client key returns that message.
    ///
    /// - Parameters:
    ///   - files: Files of the company that belong to the message; with one there need be no text.
    ///   - parent: The message that this one answers expressly; its author is woken by it, unless the author here is an employee
    ///     who answers at the end of a turn.
    ///   - errand: What an employee is at who writes, to go on with when there is an answer.
    /// - Throws: ``RuleViolation``, also for a thread that is put away or is not the author's to write in.
    @discardableResult
    package static func post(
        _ content: String, to thread: Thread, by author: Author, files: [VaultFile.ID] = [], answering parent: Message.ID? = nil,
        clientKey: String? = nil, cause chain: CauseChain = .root, errand: Errand = Errand(), in transaction: any Transaction
    ) throws -> Message {
        if let known = try transaction.known(Message.self, clientKey: clientKey, thread: thread.id) { return known }
        guard !content.trimmed.isEmpty || !files.isEmpty else {
            throw RuleViolation.invalid(field: "content", reason: "must not be empty")
        }
        guard content.utf8.count <= 100_000 else {
            throw RuleViolation.invalid(field: "content", reason: "must have at most 100000 bytes")
        }
        let files = try attachable(files, of: thread.companyID, in: transaction)
        try thread.admit(author, in: transaction)
        if let parent { try requireAnswerable(parent, in: thread, transaction) }
        let message = Message(
            id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind, content: content,
            parentID: parent, isAgentInitiated: author.kind == .employee, createdAt: transaction.now, clientKey: clientKey,
            fileIDs: files)
        try message.persist(in: thread, transaction)
        if thread.kind == .meeting, author.kind == .user, let meeting = try Meeting.held(in: thread.id, transaction),
            meeting.status == .active
        {
            try meeting.heard(message, to: nil, in: transaction)
            return message
        }
        if author.kind == .employee, parent != nil { return message }
        try message.wakeRecipients(in: thread, Delivery(errand: errand), chain: chain, transaction)
        return message
    }

    /// Inserts the row, touches the thread and says so, waking nobody.
    func persist(in thread: Thread, _ transaction: any Transaction) throws {
        try transaction.insert(self)
        try thread.grow(by: self, in: transaction)
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
}

extension Thread {
    /// - Throws: ``RuleViolation/departed(_:)`` when the other one of a direct conversation no longer works here.
    private func requireListener(for author: Author, in transaction: any Transaction) throws {
        let departed = try transaction.all(
            Employee.self,
            """
            SELECT \(columns: Employee.self, of: "e") FROM thread_members m JOIN employees e ON e.id = m.member_id
            WHERE m.thread_id = \(id) AND m.member_kind = \(MemberKind.employee) AND e.id <> \(author.id)
              AND NOT e.\(Employee.worksHere) LIMIT 1
            """)
        try departed.first?.requirePresence(in: transaction)
    }

    /// - Throws: ``RuleViolation/conflict(_:)`` for a conversation that was put away.
    func requireOpen() throws {
        guard archivedAt == nil else {
            throw RuleViolation.conflict("The conversation is archived. Take it up again before you write in it.")
        }
    }

    /// Lets somebody write.
    ///
    /// A person who writes in a group takes part in it from then on.
    ///
    /// - Throws: ``RuleViolation/conflict(_:)``, ``RuleViolation/departed(_:)``.
    fileprivate func admit(_ author: Author, in transaction: any Transaction) throws {
        try requireOpen()
        if kind == .dm { try requireListener(for: author, in: transaction) }
        guard kind != .broadcast || author.kind != .employee else {
            throw RuleViolation.conflict("Announcements are made by people. Write to whoever made it instead.")
        }
        guard author.kind == .user, kind == .dm || kind == .group || kind == .broadcast else { return }
        let isMember = try transaction.exists(
            """
            SELECT 1 FROM thread_members
            WHERE thread_id = \(id) AND member_id = \(author.id) AND member_kind = \(MemberKind.user)
            """)
        if isMember { return }
        guard kind != .dm else {
            throw RuleViolation.conflict(
                "This is a conversation of two employees. Write to one of them, or open a group with both.")
        }
        try add(Member(id: author.id, kind: .user, role: .member), in: transaction)
    }
}
