/// A ticket was filed.
package struct TicketCreated: EventPayload {
    package static let type = EventType.ticketCreated

    package let ticketID: Ticket.ID
    /// The ticket's number for people, from 1 in each company.
    package let number: Int
    package let title: String
    package let assigneeID: Employee.ID?
    package let parentTicketID: Ticket.ID?
    package let goalID: Goal.ID?
    package let priority: Priority

    package init(
        ticketID: Ticket.ID, number: Int, title: String, assigneeID: Employee.ID? = nil, parentTicketID: Ticket.ID? = nil,
        goalID: Goal.ID? = nil, priority: Priority
    ) {
        self.ticketID = ticketID
        self.number = number
        self.title = title
        self.assigneeID = assigneeID
        self.parentTicketID = parentTicketID
        self.goalID = goalID
        self.priority = priority
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case number
        case title
        case assigneeID = "assignee_id"
        case parentTicketID = "parent_ticket_id"
        case goalID = "goal_id"
        case priority
    }
}

/// Fields of a ticket changed.
package struct TicketUpdated: EventPayload {
    package static let type = EventType.ticketUpdated

    package let ticketID: Ticket.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    /// The new status, when that changed.
    package let status: TicketStatus?

    package init(ticketID: Ticket.ID, patchedKeys: [String], status: TicketStatus? = nil) {
        self.ticketID = ticketID
        self.patchedKeys = patchedKeys
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case patchedKeys = "patched_keys"
        case status
    }
}

/// A ticket went to an employee.
package struct TicketAssigned: EventPayload {
    package static let type = EventType.ticketAssigned

    package let ticketID: Ticket.ID
    package let assigneeID: Employee.ID
    package let previousAssigneeID: Employee.ID?
    package let threadID: Thread.ID?

    package init(
        ticketID: Ticket.ID, assigneeID: Employee.ID, previousAssigneeID: Employee.ID? = nil, threadID: Thread.ID? = nil
    ) {
        self.ticketID = ticketID
        self.assigneeID = assigneeID
        self.previousAssigneeID = previousAssigneeID
        self.threadID = threadID
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case assigneeID = "assignee_id"
        case previousAssigneeID = "previous_assignee_id"
        case threadID = "thread_id"
    }
}

/// A ticket is done.
package struct TicketClosed: EventPayload {
    package static let type = EventType.ticketClosed

    package let ticketID: Ticket.ID
    package let closedAt: Timestamp

    package init(ticketID: Ticket.ID, closedAt: Timestamp) {
        self.ticketID = ticketID
        self.closedAt = closedAt
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case closedAt = "closed_at"
    }
}

/// A ticket that was done is open again.
package struct TicketReopened: EventPayload {
    package static let type = EventType.ticketReopened

    package let ticketID: Ticket.ID
    package let reopenedAt: Timestamp

    package init(ticketID: Ticket.ID, reopenedAt: Timestamp) {
        self.ticketID = ticketID
        self.reopenedAt = reopenedAt
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case reopenedAt = "reopened_at"
    }
}

/// Work on a ticket cannot go on.
package struct TicketBlocked: EventPayload {
    package static let type = EventType.ticketBlocked

    package let ticketID: Ticket.ID
    /// Why, in words.
    package let reason: String

    package init(ticketID: Ticket.ID, reason: String) {
        self.ticketID = ticketID
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case reason
    }
}

/// Work on a ticket can go on.
package struct TicketUnblocked: EventPayload {
    package static let type = EventType.ticketUnblocked

    package let ticketID: Ticket.ID

    package init(ticketID: Ticket.ID) { self.ticketID = ticketID }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
    }
}
