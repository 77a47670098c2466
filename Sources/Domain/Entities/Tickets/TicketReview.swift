/// The review of a ticket's result by another employee; one is pending at most.
package struct TicketReview: Codable, Hashable, Sendable {
    package typealias ID = Identifier<TicketReview>

    package var id: ID
    package var companyID: Company.ID
    package var ticketID: Ticket.ID
    /// The employee who did the work.
    package var requestedBy: Employee.ID
    package var reviewerID: Employee.ID
    package var status: ReviewStatus
    /// How often the ticket has been handed in, from 1.
    package var round: Int
    /// What was achieved, in the words of the one who did it.
    package var result: String
    /// The files that belong to the result.
    package var files: JSONColumn<[VaultFile.ID]>
    /// What the reviewer says.
    package var comment: String?
    package var createdAt: Timestamp
    package var resolvedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case ticketID = "ticket_id"
        case requestedBy = "requested_by"
        case reviewerID = "reviewer_id"
        case status
        case round
        case result
        case files = "files_json"
        case comment
        case createdAt = "created_at"
        case resolvedAt = "resolved_at"
    }

    package init(
        id: ID, companyID: Company.ID, ticketID: Ticket.ID, requestedBy: Employee.ID, reviewerID: Employee.ID,
        status: ReviewStatus = .pending, round: Int = 1, result: String = "", files: JSONColumn<[VaultFile.ID]> = [],
        comment: String? = nil, createdAt: Timestamp, resolvedAt: Timestamp? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.ticketID = ticketID
        self.requestedBy = requestedBy
        self.reviewerID = reviewerID
        self.status = status
        self.round = round
        self.result = result
        self.files = files
        self.comment = comment
        self.createdAt = createdAt
        self.resolvedAt = resolvedAt
    }
}
