/// One time that a routine was carried out.
package struct RoutineRun: Codable, Hashable, Sendable {
    package typealias ID = Identifier<RoutineRun>

    package var id: ID
    package var companyID: Company.ID
    package var routineID: Routine.ID
    package var status: RoutineRunStatus
    package var reason: RoutineRunReason
    package var workKind: RoutineWorkKind
    /// When the run was due; absent for a manual one.
    package var scheduledFor: Timestamp?
    package var startedAt: Timestamp
    package var finishedAt: Timestamp?
    /// The ticket that the run filed.
    package var ticketID: Ticket.ID?
    /// What came of it, for people.
    package var message: String?
    package var errorMessage: String?
    /// Chosen by whoever asked for the run, so that asking twice runs it once.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case routineID = "routine_id"
        case status
        case reason
        case workKind = "work_kind"
        case scheduledFor = "scheduled_for"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case ticketID = "ticket_id"
        case message
        case errorMessage = "error_message"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, routineID: Routine.ID, status: RoutineRunStatus, reason: RoutineRunReason,
        workKind: RoutineWorkKind = .ticket, scheduledFor: Timestamp? = nil, startedAt: Timestamp, finishedAt: Timestamp? = nil,
        ticketID: Ticket.ID? = nil, message: String? = nil, errorMessage: String? = nil,
        clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.routineID = routineID
        self.status = status
        self.reason = reason
        self.workKind = workKind
        self.scheduledFor = scheduledFor
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.ticketID = ticketID
        self.message = message
        self.errorMessage = errorMessage
        self.clientKey = clientKey
    }
}
