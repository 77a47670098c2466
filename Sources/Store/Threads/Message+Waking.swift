package import Domain

extension Message {
    /// How a message goes to those whom it is for.
    struct Delivery {
        /// Whether it is what an employee says at the end of a turn.
        var isAnswer = false
        /// Those who are woken by it in another way.
        var except: Set<Employee.ID> = []
        /// What the employee who writes is at.
        var errand = Errand()
    }

    /// Wakes whom the message is for; who is named in a group or a ticket's thread takes part in it from then on.
    ///
    /// Thanks between colleagues wake nobody.
    func wakeRecipients(
        in thread: Thread, _ delivery: Delivery = Delivery(), chain: CauseChain, _ transaction: any Transaction
    ) throws {
        var letter = try letter(in: thread, transaction)
        letter.isAnswer = delivery.isAnswer
        letter.quoted = try quoted(in: transaction)
        let names = letter.people.map(\.name)
        if authorKind == .employee, fileIDs == nil, Reply(content, to: names).isCourtesy { return }
        letter.people.removeAll { delivery.except.contains($0.id) }
        let reach = Recipient.reach(of: letter)
        for recipient in reach.woken {
            if recipient.reason.isMention, !thread.kind.isClosed,
                let stranger = letter.people.first(where: { $0.id == recipient.employee && $0.place == .outside })
            {
                try thread.take(in: stranger, for: self, transaction)
            }
            try wake(recipient, in: thread, delivery, chain: chain, transaction)
        }
        for spared in reach.spared {
            try WorkSkip.record(
                spared.reason,
                of: WakeupRequest.Draft(
                    agent: spared.employee, cause: .mention, trigger: id.rawValue, thread: thread.id, ticket: thread.ticketID,
                    dedupe: .once("message:\(id)"), chain: chain), company: thread.companyID, in: transaction)
        }
    }

    /// The employee who wrote the message that this one answers expressly.
    private func quoted(in transaction: any Transaction) throws -> Employee.ID? {
        guard let parentID, authorKind == .user else { return nil }
        return try transaction.find(Message.self, parentID)?.author.employee
    }

    private func wake(
        _ recipient: Recipient, in thread: Thread, _ delivery: Delivery, chain: CauseChain, _ transaction: any Transaction
    ) throws {
        let cause = cause(of: recipient, in: thread)
        // An announcement is answered to whoever made it.
        let place =
            try thread.kind == .broadcast
            ? Thread.direct(recipient.employee, with: author, of: thread.companyID, in: transaction) : thread
        // What is said to one person before they come to answer is answered together.
        let isOnce = (cause == .message && thread.kind != .dm) || (cause == .mention && authorKind == .user)
        var draft = WakeupRequest.Draft(
            agent: recipient.employee, cause: cause, trigger: id.rawValue, thread: place.id, ticket: thread.ticketID,
            dedupe: isOnce ? .once("message:\(id)") : .pending("\(cause.rawValue):\(thread.id)"), chain: chain)
        draft.enquiry = enquiry(to: recipient, in: thread, delivery)
        try WakeupRequest.enqueue(draft, of: thread.companyID, in: transaction)
    }

    /// What an employee wants to know who writes to a colleague; an answer in a direct conversation asks for none.
    private func enquiry(to recipient: Recipient, in thread: Thread, _ delivery: Delivery) -> Enquiry.Draft? {
        guard let asker = author.employee, !delivery.isAnswer || thread.kind != .dm,
            recipient.reason != .assignee || Reply(content).asks
        else { return nil }
        return Enquiry.Draft(asker: asker, message: id, errand: delivery.errand)
    }

    private func cause(of recipient: Recipient, in thread: Thread) -> WakeupCause {
        if recipient.reason.isMention, thread.kind != .dm { return .mention }
        if thread.kind == .ticket { return .comment }
        return authorKind == .employee ? .colleagueMessage : .message
    }

    private func letter(in thread: Thread, _ transaction: any Transaction) throws -> Letter {
        let mayNameOthers = content.contains("@") && !thread.kind.isClosed
        var letter = Letter(
            kind: thread.kind, author: Author(kind: authorKind, id: authorID), text: content,
            people: try thread.addressees(withOthers: mayNameOthers || thread.kind == .broadcast, in: transaction))
        switch thread.kind {
        case .ticket:
            // What colleagues say of a ticket that is done needs no answer; a person's question does.
            letter.assignee = try transaction.value(
                """
                SELECT assignee_id FROM tickets
                WHERE thread_id = \(thread.id) AND (status <> \(TicketStatus.done) OR \(authorKind == .user))
                """)
            letter.assignee = try letter.assignee.flatMap { try Employee.standIn(for: $0, in: transaction)?.id }
            if let assignee = letter.assignee, !letter.people.contains(where: { $0.id == assignee }) {
                letter.people = try thread.addressees(withOthers: true, in: transaction)
            }
        case .group:
            letter.lastSpeaker = try transaction.value(
                """
                SELECT author_id FROM messages
                WHERE thread_id = \(thread.id) AND author_kind = \(AuthorKind.employee) AND id <> \(id)
                  AND superseded_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1
                """)
            if authorKind == .user { letter.questioner = try questioner(in: thread, transaction) }
        case .dm, .meeting, .broadcast, .proactive: break
        }
        return letter
    }
}

extension Message {
    /// The employee who asked something last since the author spoke before.
    private func questioner(in thread: Thread, _ transaction: any Transaction) throws -> Employee.ID? {
        let earlier = try transaction.select(
            Message.self,
            """
            WHERE thread_id = \(thread.id) AND superseded_at IS NULL AND id <> \(id) AND author_kind <> \(AuthorKind.system)
            ORDER BY created_at DESC, id DESC LIMIT 12
            """)
        return earlier.prefix { $0.authorKind == .employee }.first { Reply($0.content).asks }?.author.employee
    }
}

extension Thread {
    /// The employees who may be meant in the thread, those who were hired first at the beginning.
    ///
    /// - Parameter others: Whether also those of the company who are no members.
    fileprivate func addressees(withOthers others: Bool, in transaction: any Transaction) throws -> [Addressee] {
        let join: SQL = others ? "LEFT JOIN" : "JOIN"
        return try transaction.rows(
            """
            SELECT e.id, e.name, e.title, e.role_id, e.level, e.status, m.member_id, m.role_in_thread
            FROM employees e
            \(join) thread_members m ON m.thread_id = \(id) AND m.member_id = e.id AND m.member_kind = \(MemberKind.employee)
            WHERE e.company_id = \(companyID) AND e.is_system = 0 ORDER BY e.created_at, e.id
            """
        ) { row in
            let status = try EmployeeStatus(column: row.value(at: 5))
            let isObserver = try String?(column: row.value(at: 7)) == ThreadRole.observer.rawValue
            return Addressee(
                id: try Employee.ID(column: row.value(at: 0)), name: try String(column: row.value(at: 1)),
                title: try String(column: row.value(at: 2)), roleID: try String(column: row.value(at: 3)),
                level: try EmployeeLevel(column: row.value(at: 4)),
                place: row.isNull(at: 6) ? .outside : isObserver ? .observer : .member,
                answers: !status.isDeparture)
        }
    }

    /// Makes somebody a member whom a message has named; a group says so.
    fileprivate func take(in stranger: Addressee, for message: Message, _ transaction: any Transaction) throws {
        guard try join(Member(id: stranger.id.rawValue, kind: .employee, role: .member), by: message.author, in: transaction)
        else { return }
        guard kind == .group else { return }
        let note = Message(
            id: transaction.makeID(), threadID: id, authorID: Author.system.id, authorKind: .system,
            content: "\(stranger.name), \(stranger.title), was mentioned and takes part now.", createdAt: transaction.now)
        try note.persist(in: self, transaction)
    }
}

extension Message {
    package var author: Author { Author(kind: authorKind, id: authorID) }
}
