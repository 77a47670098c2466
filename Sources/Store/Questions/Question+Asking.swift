package import Domain

extension Question {
    /// As many answers as can be chosen from.
    package static let optionLimit = 20

    /// Puts a question to the people and blocks the ticket until it is answered.
    ///
    /// - Throws: ``RuleViolation``.
    package static func ask(
        _ prompt: String, kind: QuestionKind = .text, options: [String] = [], by employee: Employee.ID, on ticket: Ticket?,
        thread: Thread.ID?, run: Run.ID?, company: Company.ID, in transaction: any Transaction
    ) throws -> Question {
        let question = Question(
            id: transaction.makeID(), companyID: company, employeeID: employee, ticketID: ticket?.id, threadID: thread,
            runID: run,
            kind: kind, prompt: try RuleViolation.nonBlank(prompt, "question", limit: 4000),
            options: JSONColumn(kind == .choice ? try choices(options) : []),
            createdAt: transaction.now)
        try transaction.insert(question)
        try transaction.record(
            QuestionAsked(questionID: question.id, employeeID: employee, ticketID: ticket?.id, prompt: question.prompt),
            company: company, by: .employee(employee))
        try ticket?.block(question.blockingReason, by: .employee(employee), in: transaction)
        return question
    }

    /// What can be chosen from, each once and without blanks around it.
    private static func choices(_ options: [String]) throws -> [String] {
        var seen: Set<String> = []
        let choices = try options.map { try RuleViolation.nonBlank($0, "options") }.filter { seen.insert($0).inserted }
        guard choices.count >= 2 else {
            throw RuleViolation.invalid(field: "options", reason: "a choice needs at least two options")
        }
        guard choices.count <= optionLimit else {
            throw RuleViolation.invalid(field: "options", reason: "must be at most \(optionLimit)")
        }
        return choices
    }

    var blockingReason: String { "Waiting for an answer: \(prompt)" }

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

    /// Whether a question that an employee asked in a conversation waits for its answer.
    package static func waits(
        from employee: Employee.ID, in thread: Thread.ID?, _ transaction: any Transaction
    ) throws -> Bool {
        try transaction.exists(
            "SELECT 1 FROM questions WHERE employee_id = \(employee) AND thread_id = \(thread) AND status = \(QuestionStatus.open)"
        )
    }

    static func cancelOpen(on ticket: Ticket.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE questions SET status = \(QuestionStatus.cancelled) WHERE ticket_id = \(ticket) AND status = \(QuestionStatus.open)"
        )
    }
}
