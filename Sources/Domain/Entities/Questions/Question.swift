/// Something that an employee asks a human.
package struct Question: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Question>

    package var id: ID
    package var companyID: Company.ID
    /// Who asks.
    package var employeeID: Employee.ID
    package var ticketID: Ticket.ID?
    package var threadID: Thread.ID?
    /// The run that came upon the question.
    package var runID: Run.ID?
    package var kind: QuestionKind
    package var prompt: String
    /// What can be chosen from, for a question of kind `choice`.
    package var options: JSONColumn<[String]>
    package var status: QuestionStatus
    /// A text; an option; `approved` or `denied`; the id of a file: as the kind says.
    package var answer: String?
    /// What was said besides a decision, or why the question was withdrawn.
    package var comment: String?
    /// The id of an operator.
    package var answeredBy: String?
    package var createdAt: Timestamp
    package var answeredAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case employeeID = "employee_id"
        case ticketID = "ticket_id"
        case threadID = "thread_id"
        case runID = "run_id"
        case kind
        case prompt
        case options = "options_json"
        case status
        case answer
        case comment
        case answeredBy = "answered_by"
        case createdAt = "created_at"
        case answeredAt = "answered_at"
    }

    package init(
        id: ID, companyID: Company.ID, employeeID: Employee.ID, ticketID: Ticket.ID? = nil, threadID: Thread.ID? = nil,
        runID: Run.ID? = nil, kind: QuestionKind = .text, prompt: String, options: JSONColumn<[String]> = [],
        status: QuestionStatus = .open, answer: String? = nil, comment: String? = nil, answeredBy: String? = nil,
        createdAt: Timestamp,
        answeredAt: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.employeeID = employeeID
        self.ticketID = ticketID
        self.threadID = threadID
        self.runID = runID
        self.kind = kind
        self.prompt = prompt
        self.options = options
        self.status = status
        self.answer = answer
        self.comment = comment
        self.answeredBy = answeredBy
        self.createdAt = createdAt
        self.answeredAt = answeredAt
    }
}
