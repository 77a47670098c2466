/// A message with everything that decides who is woken by it.
package struct Letter: Sendable {
    package var kind: ThreadKind
    package var author: Author
    package var text: String
    /// The employees who may be meant: those of the thread and others of the company, each once, in a fixed order.
    package var people: [Addressee]
    /// The employee who spoke last in the thread.
    package var lastSpeaker: Employee.ID?
    /// The employee whose question to the author is open: the last that was asked since the author spoke.
    package var questioner: Employee.ID?
    /// Who wrote the message that this one answers expressly.
    package var quoted: Employee.ID?
    /// Who answers for the ticket, in a ticket's thread.
    package var assignee: Employee.ID?
    /// Whether it is what an employee says at the end of a turn, which is for whoever it names and nobody else.
    package var isAnswer: Bool

    package init(
        kind: ThreadKind, author: Author, text: String, people: [Addressee], lastSpeaker: Employee.ID? = nil,
        questioner: Employee.ID? = nil, quoted: Employee.ID? = nil, assignee: Employee.ID? = nil,
        isAnswer: Bool = false
    ) {
        self.kind = kind
        self.author = author
        self.text = text
        self.people = people
        self.lastSpeaker = lastSpeaker
        self.questioner = questioner
        self.quoted = quoted
        self.assignee = assignee
        self.isAnswer = isAnswer
    }
}

/// An employee whom a message wakes, and why.
package struct Recipient: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Their name, with an `@`.
        case mentioned
        /// Their title or role, with an `@`.
        case role
        /// `@all`, “everybody”.
        case everyone
        /// Their name or role in words: “Ada, can you …?”, “What does the designer think?”
        case addressed
        /// The message answers one of theirs expressly.
        case quoted
        /// It is a direct conversation with them.
        case direct
        /// The ticket is theirs.
        case assignee
        /// They asked what is answered here.
        case answered
        /// Their title or role occurs in the text.
        case fitting
        /// They spoke last.
        case lastSpeaker
        /// They stand highest among the members.
        case senior

        /// Whether the message names them in some way.
        package var isMention: Bool {
            switch self {
            case .mentioned, .role, .everyone, .addressed, .quoted: true
            case .direct, .assignee, .answered, .fitting, .lastSpeaker, .senior: false
            }
        }
    }

    package let employee: Employee.ID
    package let reason: Reason

    package init(_ employee: Employee.ID, _ reason: Reason) {
        self.employee = employee
        self.reason = reason
    }
}
