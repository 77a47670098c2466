/// What an employee wants to know from a colleague, until they know it: where they asked, and what they go on with then.
package struct Enquiry: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Enquiry>

    package var id: ID
    package var companyID: Company.ID
    package var askerID: Employee.ID
    /// The work in which the colleague answers.
    package var wakeupID: WakeupRequest.ID
    /// What was asked.
    package var messageID: Message.ID
    /// The asker's work in which they asked.
    package var askedIn: WakeupRequest.ID?
    /// Where the asker was at work, and goes on with the answer.
    package var threadID: Thread.ID?
    /// The asker's own ticket that they were at work on.
    package var ticketID: Ticket.ID?
    package var status: EnquiryStatus
    /// The last message of the answer.
    package var answerID: Message.ID?
    /// Why there is none.
    package var reason: String?
    /// The asker's work that was brought about by it.
    package var resumedBy: WakeupRequest.ID?
    package var createdAt: Timestamp
    package var settledAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case askerID = "asker_id"
        case wakeupID = "wakeup_id"
        case messageID = "message_id"
        case askedIn = "asked_in"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case status
        case answerID = "answer_id"
        case reason
        case resumedBy = "resumed_by"
        case createdAt = "created_at"
        case settledAt = "settled_at"
    }

    package init(
        id: ID, companyID: Company.ID, askerID: Employee.ID, wakeupID: WakeupRequest.ID, messageID: Message.ID,
        askedIn: WakeupRequest.ID? = nil, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil, status: EnquiryStatus = .open,
        answerID: Message.ID? = nil,
        reason: String? = nil, resumedBy: WakeupRequest.ID? = nil, createdAt: Timestamp, settledAt: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.askerID = askerID
        self.wakeupID = wakeupID
        self.messageID = messageID
        self.askedIn = askedIn
        self.threadID = threadID
        self.ticketID = ticketID
        self.status = status
        self.answerID = answerID
        self.reason = reason
        self.resumedBy = resumedBy
        self.createdAt = createdAt
        self.settledAt = settledAt
    }
}

/// What an employee is at while they write to somebody, to go on with when there is an answer.
package struct Errand: Hashable, Sendable {
    package var work: WakeupRequest.ID?
    package var thread: Thread.ID?
    /// Only the employee's own ticket.
    package var ticket: Ticket.ID?

    package init(work: WakeupRequest.ID? = nil, thread: Thread.ID? = nil, ticket: Ticket.ID? = nil) {
        self.work = work
        self.thread = thread
        self.ticket = ticket
    }
}
