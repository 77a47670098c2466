package import Domain

extension Thread {
    /// Opens a thread that begins like another one, up to a message of it, with the same members.
    ///
    /// Nobody is woken, and no work goes with it. What branches off from anything but a person's direct conversation with an
    /// employee is a group. A known client key returns that thread.
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
        let members = try self.members(in: transaction)
        let isDirect = kind == .dm && members.count { $0.memberKind == .employee } == 1
        let subject =
            try subject.map { try RuleViolation.nonBlank($0, "subject") } ?? self.subject
            ?? (isDirect ? nil : names(of: members, in: transaction))
        let fork = Thread(
            id: transaction.makeID(), companyID: companyID, kind: isDirect ? .dm : .group, subject: subject,
            createdBy: person.id, createdAt: transaction.now, lastMessageAt: transaction.now, clientKey: clientKey,
            forkedFromThreadID: id, forkedFromMessageID: messageID)
        try transaction.insert(fork)
        for member in members {
            let role = isDirect ? nil : member.roleInGroup
            try fork.add(Member(id: member.memberID, kind: member.memberKind, role: role), in: transaction)
        }
        try fork.add(Member(id: person.id, kind: .user, role: isDirect ? nil : .owner), in: transaction)
        try transaction.record(
            ThreadCreated(
                threadID: fork.id, kind: fork.kind, subject: subject, forkedFromThreadID: id, forkedFromMessageID: messageID),
            company: companyID, by: person.actor)
        try copyMessages(through: last, to: fork, in: transaction)
        if person.kind == .user { try fork.markRead(upTo: nil, by: Operator.ID(person.id), in: transaction) }
        try fork.settleMemory(in: transaction)
        return fork
    }

    private func names(of members: [ThreadMember], in transaction: any Transaction) throws -> String {
        let employees = members.filter { $0.memberKind == .employee }.map(\.memberID)
        let names = try Employee.names(of: Set(employees), in: transaction)
        return employees.compactMap { names[$0] }.joined(separator: " and ")
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

extension ThreadMember {
    /// What the member is in a group that branches off: nobody chairs it.
    fileprivate var roleInGroup: ThreadRole {
        switch roleInThread.flatMap(ThreadRole.init(rawValue:)) {
        case .owner: .owner
        case .observer: .observer
        case .member, .chair, .attendee, nil: .member
        }
    }
}
