/// An employee handed in a ticket's result.
package struct ReviewRequested: EventPayload {
    package static let type = EventType.reviewRequested

    package let ticketID: Ticket.ID
    package let reviewID: TicketReview.ID
    package let reviewerID: Employee.ID
    package let requestedBy: Employee.ID
    /// How often the ticket has been handed in, from 1.
    package let round: Int

    package init(ticketID: Ticket.ID, reviewID: TicketReview.ID, reviewerID: Employee.ID, requestedBy: Employee.ID, round: Int) {
        self.ticketID = ticketID
        self.reviewID = reviewID
        self.reviewerID = reviewerID
        self.requestedBy = requestedBy
        self.round = round
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case reviewID = "review_id"
        case reviewerID = "reviewer_id"
        case requestedBy = "requested_by"
        case round
    }
}

/// A ticket's result was reviewed.
package struct ReviewCompleted: EventPayload {
    package static let type = EventType.reviewCompleted

    package let ticketID: Ticket.ID
    package let reviewID: TicketReview.ID
    package let reviewerID: Employee.ID
    package let outcome: ReviewStatus
    /// What the reviewer says.
    package let summary: String?

    package init(
        ticketID: Ticket.ID, reviewID: TicketReview.ID, reviewerID: Employee.ID, outcome: ReviewStatus, summary: String? = nil
    ) {
        self.ticketID = ticketID
        self.reviewID = reviewID
        self.reviewerID = reviewerID
        self.outcome = outcome
        self.summary = summary
    }

    private enum CodingKeys: String, CodingKey {
        case ticketID = "ticket_id"
        case reviewID = "review_id"
        case reviewerID = "reviewer_id"
        case outcome
        case summary
    }
}
