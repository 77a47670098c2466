/// The attachment of a stored file to a ticket.
package struct TicketAttachment: Codable, Hashable, Sendable {
    package typealias ID = Identifier<TicketAttachment>

    package var id: ID
    package var ticketID: Ticket.ID
    package var fileID: VaultFile.ID
    /// The id of an operator or an employee.
    package var attachedBy: String
    package var attachedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case ticketID = "ticket_id"
        case fileID = "file_id"
        case attachedBy = "attached_by"
        case attachedAt = "attached_at"
    }

    package init(id: ID, ticketID: Ticket.ID, fileID: VaultFile.ID, attachedBy: String, attachedAt: Timestamp) {
        self.id = id
        self.ticketID = ticketID
        self.fileID = fileID
        self.attachedBy = attachedBy
        self.attachedAt = attachedAt
    }
}
