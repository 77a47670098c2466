/// A thread was opened.
package struct ThreadCreated: EventPayload {
    package static let type = EventType.threadCreated

    package let threadID: Thread.ID
    package let kind: ThreadKind
    package let subject: String?
    /// The thread whose beginning it shares, when it branched off from one.
    package let forkedFromThreadID: Thread.ID?
    /// The last message that they share.
    package let forkedFromMessageID: Message.ID?

    package init(
        threadID: Thread.ID, kind: ThreadKind, subject: String? = nil, forkedFromThreadID: Thread.ID? = nil,
        forkedFromMessageID: Message.ID? = nil
    ) {
        self.threadID = threadID
        self.kind = kind
        self.subject = subject
        self.forkedFromThreadID = forkedFromThreadID
        self.forkedFromMessageID = forkedFromMessageID
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case kind
        case subject
        case forkedFromThreadID = "forked_from_thread_id"
        case forkedFromMessageID = "forked_from_message_id"
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

/// Messages are no part of the conversation any more: a person wrote something else, or wants another answer.
package struct MessageSuperseded: EventPayload {
    package static let type = EventType.messageSuperseded

    package let threadID: Thread.ID
    /// The first of them; those that came later went with it.
    package let messageID: Message.ID
    package let count: Int

    package init(threadID: Thread.ID, messageID: Message.ID, count: Int) {
        self.threadID = threadID
        self.messageID = messageID
        self.count = count
    }

    private enum CodingKeys: String, CodingKey {
        case threadID = "thread_id"
        case messageID = "message_id"
        case count
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
