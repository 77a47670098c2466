/// A thread was opened.
package struct ThreadCreated: EventPayload {
    package static let type = EventType.threadCreated

    package let threadID: Thread.ID
    package let kind: ThreadKind
    package let subject: String?

    package init(threadID: Thread.ID, kind: ThreadKind, subject: String? = nil) {
        self.threadID = threadID
        self.kind = kind
        self.subject = subject
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case kind
        case subject
    }
}

/// A message was written into a thread.
package struct MessagePersisted: EventPayload {
    package static let type = EventType.messagePersisted

    package let threadID: Thread.ID
    package let messageID: Message.ID
    /// The id of an operator or an employee, or the name of a part of the program, as the kind says.
    package let authorID: String
    package let authorKind: AuthorKind
    /// Whether an employee wrote of their own accord, not in answer.
    package let isAgentInitiated: Bool

    package init(threadID: Thread.ID, messageID: Message.ID, authorID: String, authorKind: AuthorKind, isAgentInitiated: Bool) {
        self.threadID = threadID
        self.messageID = messageID
        self.authorID = authorID
        self.authorKind = authorKind
        self.isAgentInitiated = isAgentInitiated
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case messageID = "message_id"
        case authorID = "author_id"
        case authorKind = "author_kind"
        case isAgentInitiated = "is_agent_initiated"
    }
}

/// An employee wrote to a colleague.
package struct MessageAgentToAgent: EventPayload {
    package static let type = EventType.messageAgentToAgent

    package let fromEmployeeID: Employee.ID
    package let toEmployeeID: Employee.ID
    package let threadID: Thread.ID
    package let messageID: Message.ID

    package init(fromEmployeeID: Employee.ID, toEmployeeID: Employee.ID, threadID: Thread.ID, messageID: Message.ID) {
        self.fromEmployeeID = fromEmployeeID
        self.toEmployeeID = toEmployeeID
        self.threadID = threadID
        self.messageID = messageID
    }

    private enum CodingKeys: String, CodingKey {
        case fromEmployeeID = "from_employee_id"
        case toEmployeeID = "to_employee_id"
        case threadID = "thread_id"
        case messageID = "message_id"
    }
}
