package import Domain

extension Question {
    /// Answers a question and lets the work that waited for it go on, also when what was asked for is denied.
    ///
    /// - Parameters:
    ///   - answer: What the question's kind wants: a text, one of the options, `approved` or `denied`, or the id of a file.
    ///   - comment: What is said besides.
    /// - Throws: ``RuleViolation``, a conflict for a question that is not open any more.
    package static func answer(
        _ id: Question.ID, of company: Company.ID, with answer: String, comment: String? = nil, by owner: Operator.ID,
        in transaction: any Transaction
    ) throws -> Question {
        let question = try require(id, of: company, in: transaction)
        let (answer, file) = try question.checked(answer, in: transaction)
        let comment = try comment.flatMap { $0.trimmed.isEmpty ? nil : try RuleViolation.nonBlank($0, "comment", limit: 4000) }
        let answered = try question.settle(.answered, answer: answer, comment: comment, by: owner, in: transaction)
        try transaction.record(
            QuestionAnswered(questionID: id, employeeID: question.employeeID, ticketID: question.ticketID), company: company,
            by: .user(owner.rawValue))
        let said = [file?.originalName ?? answer, comment].compactMap(\.self).joined(separator: ". ")
        try answered.note("Answer to “\(question.prompt)”: \(said)", file: file?.id, by: .user(owner), in: transaction)
        try answered.resume(in: transaction)
        return answered
    }

    /// Takes a question back, with a reason that the employee is told.
    ///
    /// - Parameter resumes: Whether the work goes on without an answer; otherwise its ticket stays blocked.
    /// - Throws: ``RuleViolation``, a conflict for a question that is not open any more.
    package static func withdraw(
        _ id: Question.ID, of company: Company.ID, because reason: String, resumes: Bool, by owner: Operator.ID,
        in transaction: any Transaction
    ) throws -> Question {
        let question = try require(id, of: company, in: transaction)
        let reason = try RuleViolation.nonBlank(reason, "reason", limit: 4000)
        let withdrawn = try question.settle(.cancelled, answer: nil, comment: reason, by: owner, in: transaction)
        try transaction.record(
            QuestionWithdrawn(
                questionID: id, employeeID: question.employeeID, ticketID: question.ticketID, reason: reason.cut(to: 1000)),
            company: company, by: .user(owner.rawValue))
        try withdrawn.note("The question “\(question.prompt)” is withdrawn: \(reason)", by: .user(owner), in: transaction)
        if resumes {
            try withdrawn.resume(in: transaction)
        } else if let ticketID = question.ticketID, let ticket = try transaction.find(Ticket.self, ticketID) {
            try ticket.block("A question was withdrawn: \(reason.cut(to: 1000))", by: .user(owner.rawValue), in: transaction)
        }
        return withdrawn
    }

    /// The answer as it is kept, and the file that it names.
    private func checked(_ answer: String, in transaction: any Transaction) throws -> (answer: String, file: VaultFile?) {
        let answer = try RuleViolation.nonBlank(answer, "answer", limit: 20_000)
        switch kind {
        case .text: return (answer, nil)
        case .choice:
            guard options.value.contains(answer) else {
                throw RuleViolation.invalid(field: "answer", reason: "must be one of", allowed: options.value)
            }
            return (answer, nil)
        case .approval:
            guard Approval(rawValue: answer) != nil else {
                throw RuleViolation.invalid(
                    field: "answer", reason: "must be one of", allowed: Approval.writable.map(\.rawValue))
            }
            return (answer, nil)
        case .file:
            let file = try VaultFile.require(VaultFile.ID(answer), of: companyID, field: "answer", in: transaction)
            return (file.id.rawValue, file)
        }
    }

    /// Of several who settle a question at once one succeeds.
    private func settle(
        _ status: QuestionStatus, answer: String?, comment: String?, by owner: Operator.ID, in transaction: any Transaction
    ) throws -> Question {
        let changed = try transaction.execute(
            """
            UPDATE questions SET status = \(status), answer = \(answer), comment = \(comment), answered_by = \(owner),
              answered_at = \(transaction.now) WHERE id = \(id) AND status = \(QuestionStatus.open)
            """)
        guard changed == 1 else { throw RuleViolation.conflict("The question is not open any more.") }
        return try Self.require(id, of: companyID, in: transaction)
    }

    private func note(
        _ text: String, file: VaultFile.ID? = nil, by author: Author, in transaction: any Transaction
    ) throws {
        guard let threadID, let thread = try transaction.find(Thread.self, threadID) else { return }
        let message = Message(
            id: transaction.makeID(), threadID: threadID, authorID: author.id, authorKind: author.kind, content: text,
            createdAt: transaction.now, fileIDs: file.map { JSONColumn([$0]) })
        try message.persist(in: thread, transaction)
    }

    /// Lets the work go on that waited for this, once no other question of the ticket is open.
    private func resume(in transaction: any Transaction) throws {
        try wake(in: transaction)
        try RunCheckpoint.release(self, in: transaction)
    }

    private func wake(in transaction: any Transaction) throws {
        let person = EventActor.user(answeredBy ?? "")
        guard let ticketID, let ticket = try transaction.find(Ticket.self, ticketID) else {
            try WakeupRequest.enqueue(
                WakeupRequest.Draft(
                    agent: employeeID, cause: .questionAnswered, trigger: id.rawValue, thread: threadID,
                    dedupe: .once("answer:\(id)"), chain: .root), of: companyID, in: transaction)
            return
        }
        let others = try transaction.select(
            Question.self, "WHERE ticket_id = \(ticketID) AND status = \(QuestionStatus.open) ORDER BY created_at, id LIMIT 1")
        if let next = others.first {
            return try ticket.block(next.blockingReason, by: person, in: transaction)
        }
        switch ticket.status {
        case .blocked: try ticket.unblock(cause: .questionAnswered, by: person, chain: .root, in: transaction)
        case .open, .inProgress: try ticket.wakeAssignee(.questionAnswered, chain: .root, in: transaction)
        case .done: break
        }
    }
}
