/// Something that a meeting agreed shall be done.
package struct ActionItem: Codable, Hashable, Sendable {
    package var title: String
    package var assigneeID: Employee.ID?
    package var priority: Priority?
    package var description: String?
    package var dueAt: Timestamp?
    /// The ticket that the item has become.
    package var ticketID: Ticket.ID?
    /// When a person decided that nothing comes of it.
    package var declinedAt: Timestamp?

    package enum CodingKeys: String, CodingKey {
        case title
        case assigneeID = "assigneeId"
        case priority
        case description
        case dueAt
        case ticketID = "ticketId"
        case declinedAt
    }

    /// Whether a person has yet to say what becomes of it.
    package var isOpen: Bool { ticketID == nil && declinedAt == nil }

    package init(
        title: String, assigneeID: Employee.ID? = nil, priority: Priority? = nil, description: String? = nil,
        dueAt: Timestamp? = nil, ticketID: Ticket.ID? = nil, declinedAt: Timestamp? = nil
    ) {
        self.title = title
        self.assigneeID = assigneeID
        self.priority = priority
        self.description = description
        self.dueAt = dueAt
        self.ticketID = ticketID
        self.declinedAt = declinedAt
    }
}
