package import Domain

extension Question {
    /// Puts a question to the people and blocks the ticket until it is answered.
    ///
    /// - Throws: ``RuleViolation``.
    package static func ask(
        _ prompt: String, kind: QuestionKind = .text, options: [String] = [], by employee: Employee.ID, on ticket: Ticket?,
        thread: Thread.ID?, run: Run.ID?, company: Company.ID, in transaction: any Transaction
    ) throws -> Question {
        if kind == .choice, options.count < 2 {
            throw RuleViolation.invalid(field: "options", reason: "a choice needs at least two options")
        }
        let question = Question(
            id: transaction.makeID(), companyID: company, employeeID: employee, ticketID: ticket?.id, threadID: thread,
            runID: run,
            kind: kind, prompt: try RuleViolation.nonBlank(prompt, "question", limit: 4000), options: JSONColumn(options),
            createdAt: transaction.now)
        try transaction.insert(question)
        try transaction.record(
            QuestionAsked(questionID: question.id, employeeID: employee, ticketID: ticket?.id, prompt: question.prompt),
            company: company, by: .employee(employee))
        try ticket?.block("Waiting for an answer: \(question.prompt)", by: .employee(employee), in: transaction)
        return question
    }

    /// Answers a question and lets the work that waited for it go on.
    ///
    /// - Throws: ``RuleViolation``.
    package static func answer(
        _ id: Question.ID, of company: Company.ID, with answer: String, by owner: Operator.ID, in transaction: any Transaction
    ) throws -> Question {
        let question = try require(id, of: company, in: transaction)
        let answer = try RuleViolation.nonBlank(answer, "answer", limit: 20_000)
        if question.kind == .choice, !question.options.value.contains(answer) {
            throw RuleViolation.invalid(
                field: "answer", reason: "must be one of: \(question.options.value.joined(separator: ", "))")
        }
        let changed = try transaction.execute(
            """
            UPDATE questions SET status = \(QuestionStatus.answered), answer = \(answer), answered_by = \(owner), answered_at = \(transaction.now)
            WHERE id = \(id) AND status = \(QuestionStatus.open)
            """)
        guard changed == 1 else { throw RuleViolation.conflict("The question is not open any more.") }
        try transaction.record(
            QuestionAnswered(questionID: id, employeeID: question.employeeID, ticketID: question.ticketID), company: company,
            by: .user(owner.rawValue))
        if let threadID = question.threadID, let thread = try transaction.find(Thread.self, threadID) {
            let note = Message(
                id: transaction.makeID(), threadID: threadID, authorID: owner.rawValue, authorKind: .user,
                content: "Answer to “\(question.prompt)”: \(answer)", createdAt: transaction.now)
            try note.persist(in: thread, transaction)
        }
        if let ticketID = question.ticketID, let ticket = try transaction.find(Ticket.self, ticketID), ticket.status == .blocked {
            try ticket.unblock(cause: .questionAnswered, by: .user(owner.rawValue), chain: .root, in: transaction)
        } else {
            try WakeupRequest.enqueue(
                WakeupRequest.Draft(
                    agent: question.employeeID, cause: .questionAnswered, trigger: id.rawValue, thread: question.threadID,
                    dedupe: .once("answer:\(id)"), chain: .root), of: company, in: transaction)
        }
        try RunCheckpoint.release(question, in: transaction)
        guard let answered = try transaction.find(Question.self, id) else { throw RuleViolation.notFound("question") }
        return answered
    }

    package static func list(
        of company: Company.ID, status: QuestionStatus?, in transaction: any Transaction
    ) throws -> [Question] {
        var condition: SQL = "WHERE company_id = \(company)"
        if let status { condition = condition + "AND status = \(status)" }
        return try transaction.select(condition + "ORDER BY created_at, id LIMIT 500")
    }

    static func isOpen(on ticket: Ticket.ID, in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM questions WHERE ticket_id = \(ticket) AND status = \(QuestionStatus.open)")
    }

    static func cancelOpen(on ticket: Ticket.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE questions SET status = \(QuestionStatus.cancelled) WHERE ticket_id = \(ticket) AND status = \(QuestionStatus.open)"
        )
    }
}
