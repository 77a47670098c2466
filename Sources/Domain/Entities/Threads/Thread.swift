/// A conversation inside a company.
package struct Thread: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Thread>

    package var id: ID
    package var companyID: Company.ID
    package var kind: ThreadKind
    package var subject: String?
    /// The id of an operator or an employee.
    package var createdBy: String
    package var createdAt: Timestamp
    /// Moved by every message; threads are sorted by it.
    package var lastMessageAt: Timestamp?
    /// The ticket that is discussed, in a thread of kind `ticket`.
    package var ticketID: Ticket.ID?
    /// Chosen by whoever created the row, so that saying the same twice creates it once.
    package var clientKey: String?
    /// The thread whose beginning this one shares.
    package var forkedFromThreadID: ID?
    /// The last message that they share, as the other thread has it.
    package var forkedFromMessageID: Message.ID?
    /// When it was put away; nothing is written in it any more.
    package var archivedAt: Timestamp?
    /// How many messages the digest does not cover; it decides nothing but when to make the digest anew.
    package var unsummarisedMessages: Int
    /// What they count for, as ``TokenEstimate`` says.
    package var unsummarisedTokens: Int
    /// Whether there is a digest or a checkpoint.
    package var hasMemory: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case kind
        case subject
        case createdBy = "created_by"
        case createdAt = "created_at"
        case lastMessageAt = "last_message_at"
        case ticketID = "ticket_id"
        case clientKey = "client_key"
        case forkedFromThreadID = "forked_from_thread_id"
        case forkedFromMessageID = "forked_from_message_id"
        case archivedAt = "archived_at"
        case unsummarisedMessages = "unsummarised_messages"
        case unsummarisedTokens = "unsummarised_tokens"
        case hasMemory = "has_memory"
    }

    package init(
        id: ID, companyID: Company.ID, kind: ThreadKind, subject: String? = nil, createdBy: String, createdAt: Timestamp,
        lastMessageAt: Timestamp? = nil, ticketID: Ticket.ID? = nil, clientKey: String? = nil,
        forkedFromThreadID: ID? = nil, forkedFromMessageID: Message.ID? = nil,
        archivedAt: Timestamp? = nil,
        unsummarisedMessages: Int = 0, unsummarisedTokens: Int = 0, hasMemory: Bool = false
    ) {
        self.id = id
        self.companyID = companyID
        self.kind = kind
        self.subject = subject
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.lastMessageAt = lastMessageAt
        self.ticketID = ticketID
        self.clientKey = clientKey
        self.forkedFromThreadID = forkedFromThreadID
        self.forkedFromMessageID = forkedFromMessageID
        self.archivedAt = archivedAt
        self.unsummarisedMessages = unsummarisedMessages
        self.unsummarisedTokens = unsummarisedTokens
        self.hasMemory = hasMemory
    }
}
