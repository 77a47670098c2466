/// An employee asked a human.
package struct QuestionAsked: EventPayload {
    package static let type = EventType.questionAsked

    package let questionID: Question.ID
    package let employeeID: Employee.ID
    package let ticketID: Ticket.ID?
    package let prompt: String

    package init(questionID: Question.ID, employeeID: Employee.ID, ticketID: Ticket.ID? = nil, prompt: String) {
        self.questionID = questionID
        self.employeeID = employeeID
        self.ticketID = ticketID
        self.prompt = prompt
    }

    private enum CodingKeys: String, CodingKey {
        case questionID = "question_id"
        case employeeID = "employee_id"
        case ticketID = "ticket_id"
        case prompt
    }
}

/// A human answered an employee.
package struct QuestionAnswered: EventPayload {
    package static let type = EventType.questionAnswered

    package let questionID: Question.ID
    /// The employee who asked.
    package let employeeID: Employee.ID
    package let ticketID: Ticket.ID?

    package init(questionID: Question.ID, employeeID: Employee.ID, ticketID: Ticket.ID? = nil) {
        self.questionID = questionID
        self.employeeID = employeeID
        self.ticketID = ticketID
    }

    private enum CodingKeys: String, CodingKey {
        case questionID = "question_id"
        case employeeID = "employee_id"
        case ticketID = "ticket_id"
    }
}

/// A human took back an employee's question.
package struct QuestionWithdrawn: EventPayload {
    package static let type = EventType.questionWithdrawn

    package let questionID: Question.ID
    /// The employee who asked.
    package let employeeID: Employee.ID
    package let ticketID: Ticket.ID?
    package let reason: String

    package init(questionID: Question.ID, employeeID: Employee.ID, ticketID: Ticket.ID? = nil, reason: String) {
        self.questionID = questionID
        self.employeeID = employeeID
        self.ticketID = ticketID
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case questionID = "question_id"
        case employeeID = "employee_id"
        case ticketID = "ticket_id"
        case reason
    }
}
