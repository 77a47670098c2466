/// The membership of a ticket in a project.
package struct ProjectTicket: Codable, Hashable, Sendable {
    package var projectID: Project.ID
    package var ticketID: Ticket.ID

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case projectID = "project_id"
        case ticketID = "ticket_id"
    }

    package init(projectID: Project.ID, ticketID: Ticket.ID) {
        self.projectID = projectID
        self.ticketID = ticketID
    }
}
