package import Domain

extension Message {
    /// Asks for another answer in place of the last one of a thread.
    ///
    /// The old answer remains, but is no part of the conversation any more, and its author is woken once for a new one. Asking
    /// again changes nothing.
    ///
    /// - Returns: The old answer, as it is now.
    /// - Throws: ``RuleViolation/conflict(_:)`` when it is no answer of an employee's, or not the last message.
    package static func regenerate(
        _ id: Message.ID, in thread: Thread, by person: Author, _ transaction: any Transaction
    ) throws -> Message {
        let answer = try require(id, in: thread, transaction)
        let key = "regenerate:\(id)"
        let isKnown = try transaction.exists(
            "SELECT 1 FROM agent_wakeup_requests WHERE thread_id = \(thread.id) AND dedupe_key = \(key)")
        if isKnown { return answer }
        try requireTalk(thread)
        let last = try latest(of: thread.id, limit: 1, in: transaction).first
        guard answer.supersededAt == nil, last?.id == id else {
            throw RuleViolation.conflict("Only the last message of a conversation can be answered anew.")
        }
        guard let question = try answer.asked(in: thread, transaction) else {
            throw RuleViolation.conflict("There is no message that it answers.")
        }
        guard let employee = try answer.answerer(to: question, in: thread, transaction) else {
            throw RuleViolation.conflict("It is no employee's answer.")
        }
        for work in try transaction.select(
            WakeupRequest.self, "WHERE agent_id = \(employee) AND thread_id = \(thread.id) AND status = 'processing'")
        where work.isTalk {
            try WorkStop.ask(for: work, by: person, discards: true, in: transaction)
        }
        try answer.supersede(from: thread, by: person, in: transaction)
        let work = try WakeupRequest.enqueue(
            WakeupRequest.Draft(
                agent: employee, cause: try cause(for: employee, question, in: thread, transaction),
                trigger: question.id.rawValue, thread: thread.id, ticket: thread.ticketID, dedupe: .once(key), chain: .root),
            of: thread.companyID, in: transaction)
        if let work { try Enquiry.reopen(question.id, answeredBy: id, in: work.id, transaction) }
        return try require(id, in: thread, transaction)
    }

    private static func cause(
        for employee: Employee.ID, _ question: Message, in thread: Thread, _ transaction: any Transaction
    ) throws -> WakeupCause {
        if let ticket = try thread.ticketID.flatMap({ try transaction.find(Ticket.self, $0) }) {
            return ticket.assigneeID == employee ? .comment : .mention
        }
        guard question.authorKind == .employee else { return .message }
        return thread.kind == .dm ? .colleagueMessage : .mention
    }

    /// The message that this one answers: the one it names, or else the last of a person before it.
    private func asked(in thread: Thread, _ transaction: any Transaction) throws -> Message? {
        if let parent = try parentID.flatMap({ try transaction.find(Message.self, $0) }), parent.supersededAt == nil {
            return parent
        }
        return try transaction.select(
            Message.self,
            """
            WHERE thread_id = \(thread.id) AND superseded_at IS NULL AND author_kind = \(AuthorKind.user)
              AND (created_at, id) < (\(createdAt), \(id)) ORDER BY created_at DESC, id DESC LIMIT 1
            """
        ).first
    }

    /// Who gave the answer; where the program says why there is none, who should have.
    private func answerer(
        to question: Message, in thread: Thread, _ transaction: any Transaction
    ) throws -> Employee.ID? {
        let id: Employee.ID?
        switch authorKind {
        case .employee: id = Employee.ID(authorID)
        case .user: id = nil
        case .system:
            id = try transaction.value(
                """
                SELECT agent_id FROM agent_wakeup_requests WHERE thread_id = \(thread.id)
                  AND status IN ('completed', 'failed', 'cancelled') ORDER BY completed_at DESC, id DESC LIMIT 1
                """)
        }
        guard let id, let employee = try transaction.find(Employee.self, id) else { return nil }
        try employee.requirePresence(in: transaction)
        return id
    }
}
