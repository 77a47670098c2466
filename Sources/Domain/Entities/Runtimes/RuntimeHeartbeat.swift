/// A sign of life of a runtime session.
///
/// Heartbeats are only ever added.
package struct RuntimeHeartbeat: Codable, Hashable, Sendable {
    package typealias ID = Identifier<RuntimeHeartbeat>

    package var id: ID
    package var sessionID: RuntimeSession.ID
    package var companyID: Company.ID
    package var employeeID: Employee.ID
    package var runtimeProfileID: RuntimeProfile.ID?
    package var status: RuntimeSessionStatus
    package var currentRunID: Run.ID?
    package var currentTicketID: Ticket.ID?
    /// What was spent since the heartbeat before.
    package var costDelta: JSONColumn<JSONValue>
    package var message: String?
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case sessionID = "session_id"
        case companyID = "company_id"
        case employeeID = "employee_id"
        case runtimeProfileID = "runtime_profile_id"
        case status
        case currentRunID = "current_run_id"
        case currentTicketID = "current_ticket_id"
        case costDelta = "cost_delta_json"
        case message
        case createdAt = "created_at"
    }

    package init(
        id: ID, sessionID: RuntimeSession.ID, companyID: Company.ID, employeeID: Employee.ID,
        runtimeProfileID: RuntimeProfile.ID? = nil, status: RuntimeSessionStatus, currentRunID: Run.ID? = nil,
        currentTicketID: Ticket.ID? = nil, costDelta: JSONColumn<JSONValue> = JSONColumn([:]), message: String? = nil,
        createdAt: Timestamp
    ) {
        self.id = id
        self.sessionID = sessionID
        self.companyID = companyID
        self.employeeID = employeeID
        self.runtimeProfileID = runtimeProfileID
        self.status = status
        self.currentRunID = currentRunID
        self.currentTicketID = currentTicketID
        self.costDelta = costDelta
        self.message = message
        self.createdAt = createdAt
    }
}
