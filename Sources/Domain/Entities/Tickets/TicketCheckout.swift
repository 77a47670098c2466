/// A lease on a ticket, so that two runs do not work on it at once.
package struct TicketCheckout: Codable, Hashable, Sendable {
    package typealias ID = Identifier<TicketCheckout>

    package var id: ID
    package var companyID: Company.ID
    package var ticketID: Ticket.ID
    package var employeeID: Employee.ID
    package var runtimeSessionID: RuntimeSession.ID?
    package var runID: Run.ID?
    package var status: CheckoutStatus
    package var claimedAt: Timestamp
    package var lastHeartbeatAt: Timestamp?
    /// When the lease lapses unless it is renewed.
    package var expiresAt: Timestamp
    package var releasedAt: Timestamp?
    package var releaseReason: String?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Grows with every lease of the ticket.
    ///
    /// A result that carries an older number is refused.
    package var fence: Int

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case runtimeSessionID = "runtime_session_id"
        case runID = "run_id"
        case status
        case claimedAt = "claimed_at"
        case lastHeartbeatAt = "last_heartbeat_at"
        case expiresAt = "expires_at"
        case releasedAt = "released_at"
        case releaseReason = "release_reason"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case fence
    }

    package init(
        id: ID, companyID: Company.ID, ticketID: Ticket.ID, employeeID: Employee.ID, runtimeSessionID: RuntimeSession.ID? = nil,
        runID: Run.ID? = nil, status: CheckoutStatus = .active, claimedAt: Timestamp, lastHeartbeatAt: Timestamp? = nil,
        expiresAt: Timestamp, releasedAt: Timestamp? = nil, releaseReason: String? = nil, createdAt: Timestamp,
        updatedAt: Timestamp, fence: Int = 0
    ) {
        self.id = id
        self.companyID = companyID
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.runtimeSessionID = runtimeSessionID
        self.runID = runID
        self.status = status
        self.claimedAt = claimedAt
        self.lastHeartbeatAt = lastHeartbeatAt
        self.expiresAt = expiresAt
        self.releasedAt = releasedAt
        self.releaseReason = releaseReason
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.fence = fence
    }
}
