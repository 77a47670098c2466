/// Somebody asked for an employee to take part in a ticket's thread.
package struct TicketParticipantAdded: EventPayload {
    package static let type = EventType.ticketParticipantAdded

    package let ticketID: Ticket.ID
    package let employeeID: Employee.ID
    package let threadID: Thread.ID
    /// False when the employee took part already.
    package let added: Bool
    package let addedAt: Timestamp

    package init(ticketID: Ticket.ID, employeeID: Employee.ID, threadID: Thread.ID, added: Bool, addedAt: Timestamp) {
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.threadID = threadID
        self.added = added
        self.addedAt = addedAt
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case threadID = "thread_id"
        case added
        case addedAt = "added_at"
    }
}

/// Somebody asked for an employee to leave a ticket's thread.
package struct TicketParticipantRemoved: EventPayload {
    package static let type = EventType.ticketParticipantRemoved

    package let ticketID: Ticket.ID
    package let employeeID: Employee.ID
    package let threadID: Thread.ID?
    /// False when the employee did not take part.
    package let removed: Bool
    /// Whether the ticket lost its assignee by it.
    package let clearedAssignee: Bool
    package let removedAt: Timestamp

    package init(
        ticketID: Ticket.ID, employeeID: Employee.ID, threadID: Thread.ID? = nil, removed: Bool, clearedAssignee: Bool,
        removedAt: Timestamp
    ) {
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.threadID = threadID
        self.removed = removed
        self.clearedAssignee = clearedAssignee
        self.removedAt = removedAt
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case threadID = "thread_id"
        case removed
        case clearedAssignee = "cleared_assignee"
        case removedAt = "removed_at"
    }
}

/// Somebody commented on a ticket.
package struct TicketCommentAdded: EventPayload {
    package static let type = EventType.ticketCommentAdded

    package let ticketID: Ticket.ID
    package let messageID: Message.ID
    /// The id of an operator or an employee.
    package let authorID: String

    package init(ticketID: Ticket.ID, messageID: Message.ID, authorID: String) {
        self.ticketID = ticketID
        self.messageID = messageID
        self.authorID = authorID
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case messageID = "message_id"
        case authorID = "author_id"
    }
}

/// A file was attached to a ticket.
package struct TicketAttachmentAdded: EventPayload {
    package static let type = EventType.ticketAttachmentAdded

    package let ticketID: Ticket.ID
    package let fileID: VaultFile.ID
    /// The id of an operator or an employee.
    package let attachedBy: String

    package init(ticketID: Ticket.ID, fileID: VaultFile.ID, attachedBy: String) {
        self.ticketID = ticketID
        self.fileID = fileID
        self.attachedBy = attachedBy
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case fileID = "file_id"
        case attachedBy = "attached_by"
    }
}

/// A file was detached from a ticket.
package struct TicketAttachmentRemoved: EventPayload {
    package static let type = EventType.ticketAttachmentRemoved

    /// Absent when the file was not attached.
    package let attachmentID: TicketAttachment.ID?
    package let ticketID: Ticket.ID
    package let fileID: VaultFile.ID
    package let removedAt: Timestamp

    package init(attachmentID: TicketAttachment.ID? = nil, ticketID: Ticket.ID, fileID: VaultFile.ID, removedAt: Timestamp) {
        self.attachmentID = attachmentID
        self.ticketID = ticketID
        self.fileID = fileID
        self.removedAt = removedAt
    }

    private enum CodingKeys: String, CodingKey {
        case attachmentID = "attachment_id"
        case ticketID = "ticket_id"
        case fileID = "file_id"
        case removedAt = "removed_at"
    }
}
