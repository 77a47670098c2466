package import Domain

/// Where something that was found is, and what it is called.
package struct SearchPlace: Codable, Hashable, Sendable {
    /// What people know it by.
    package var title: String
    /// The conversation that it is part of.
    package var threadID: Thread.ID?
    package var ticketID: Ticket.ID?
    package var ticketNumber: Int?
    /// Who said or made it, by name.
    package var author: String?
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case title
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case ticketNumber = "ticket_number"
        case author
        case createdAt = "created_at"
    }
}
