package import Domain

/// Something that waits for a person, whatever table it is in.
package struct InboxItem: Codable, Hashable, Sendable {
    package let kind: InboxKind
    /// The id of the question, review, budget, ticket, piece of work or thread; it stays the same for as long as it waits.
    package let id: String
    package let title: String
    /// What more there is to know at a glance.
    package let detail: String?
    /// Since when it waits.
    package let since: Timestamp
    package let employeeID: Employee.ID?
    package let ticketID: Ticket.ID?
    package let ticketNumber: Int?
    package let threadID: Thread.ID?
    /// How it wants to be answered, for a question.
    package let questionKind: QuestionKind?
    /// What can be chosen from, for a question.
    package let options: [String]
    /// How many messages, for a thread.
    package let unread: Int?

    package init(
        _ kind: InboxKind, id: String, title: String, detail: String? = nil, since: Timestamp, employee: Employee.ID? = nil,
        ticket: Ticket.ID? = nil, ticketNumber: Int? = nil, thread: Thread.ID? = nil, questionKind: QuestionKind? = nil,
        options: [String] = [], unread: Int? = nil
    ) {
        self.kind = kind
        self.id = id
        self.title = title
        self.detail = detail
        self.since = since
        employeeID = employee
        ticketID = ticket
        self.ticketNumber = ticketNumber
        threadID = thread
        self.questionKind = questionKind
        self.options = options
        self.unread = unread
    }

    /// The item with no text in it longer than that, and no more than ten options.
    package func cut(to limit: Int) -> InboxItem {
        InboxItem(
            kind, id: id, title: title.cut(to: limit), detail: detail?.cut(to: limit), since: since, employee: employeeID,
            ticket: ticketID, ticketNumber: ticketNumber, thread: threadID, questionKind: questionKind,
            options: options.prefix(10).map { $0.cut(to: limit / 4) }, unread: unread)
    }

    package var action: InboxAction {
        switch kind {
        case .question: .answer
        case .review: .decide
        case .budget: .raise
        case .blockedTicket: .unblock
        case .failedWork: .look
        case .unreadThread: .read
        }
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case kind, id, title, detail, since, options, unread
        case employeeID = "employee_id"
        case ticketID = "ticket_id"
        case ticketNumber = "ticket_number"
        case threadID = "thread_id"
        case questionKind = "question_kind"
    }
}

extension InboxItem {
    /// Writes a member for everything that an item may have.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: InboxItem.CodingKeys.self)
        try members.encode(kind, forKey: .kind)
        try members.encode(id, forKey: .id)
        try members.encode(title, forKey: .title)
        try members.encode(detail, forKey: .detail)
        try members.encode(since, forKey: .since)
        try members.encode(options, forKey: .options)
        try members.encode(unread, forKey: .unread)
        try members.encode(employeeID, forKey: .employeeID)
        try members.encode(ticketID, forKey: .ticketID)
        try members.encode(ticketNumber, forKey: .ticketNumber)
        try members.encode(threadID, forKey: .threadID)
        try members.encode(questionKind, forKey: .questionKind)
    }
}
