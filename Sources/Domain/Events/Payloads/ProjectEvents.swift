/// A project was set up.
package struct ProjectCreated: EventPayload {
    package static let type = EventType.projectCreated

    package let projectID: Project.ID
    package let title: String
    package let goalID: Goal.ID?
    package let createdAt: Timestamp

    package init(projectID: Project.ID, title: String, goalID: Goal.ID? = nil, createdAt: Timestamp) {
        self.projectID = projectID
        self.title = title
        self.goalID = goalID
        self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case projectID = "project_id"
        case title
        case goalID = "goal_id"
        case createdAt = "created_at"
    }
}

/// Fields of a project changed.
package struct ProjectUpdated: EventPayload {
    package static let type = EventType.projectUpdated

    package let projectID: Project.ID
    /// The columns that changed.
    package let patchedKeys: [String]
    package let updatedAt: Timestamp

    package init(projectID: Project.ID, patchedKeys: [String], updatedAt: Timestamp) {
        self.projectID = projectID
        self.patchedKeys = patchedKeys
        self.updatedAt = updatedAt
    }

    private enum CodingKeys: String, CodingKey {
        case projectID = "project_id"
        case patchedKeys = "patched_keys"
        case updatedAt = "updated_at"
    }
}

/// A project was dropped; its tickets remain.
package struct ProjectDeleted: EventPayload {
    package static let type = EventType.projectDeleted

    package let projectID: Project.ID
    /// As it was.
    package let title: String
    package let deletedAt: Timestamp

    package init(projectID: Project.ID, title: String, deletedAt: Timestamp) {
        self.projectID = projectID
        self.title = title
        self.deletedAt = deletedAt
    }

    private enum CodingKeys: String, CodingKey {
        case projectID = "project_id"
        case title
        case deletedAt = "deleted_at"
    }
}

/// A ticket was made part of a project.
package struct ProjectTicketLinked: EventPayload {
    package static let type = EventType.projectTicketLinked

    package let projectID: Project.ID
    package let ticketID: Ticket.ID
    package let linkedAt: Timestamp

    package init(projectID: Project.ID, ticketID: Ticket.ID, linkedAt: Timestamp) {
        self.projectID = projectID
        self.ticketID = ticketID
        self.linkedAt = linkedAt
    }

    private enum CodingKeys: String, CodingKey {
        case projectID = "project_id"
        case ticketID = "ticket_id"
        case linkedAt = "linked_at"
    }
}

/// A ticket was taken out of a project.
package struct ProjectTicketUnlinked: EventPayload {
    package static let type = EventType.projectTicketUnlinked

    package let projectID: Project.ID
    package let ticketID: Ticket.ID
    package let unlinkedAt: Timestamp

    package init(projectID: Project.ID, ticketID: Ticket.ID, unlinkedAt: Timestamp) {
        self.projectID = projectID
        self.ticketID = ticketID
        self.unlinkedAt = unlinkedAt
    }

    private enum CodingKeys: String, CodingKey {
        case projectID = "project_id"
        case ticketID = "ticket_id"
        case unlinkedAt = "unlinked_at"
    }
}
