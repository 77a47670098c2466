/// The state of an external agent, kept across restarts.
package struct RuntimeSession: Codable, Hashable, Sendable {
    package typealias ID = Identifier<RuntimeSession>

    package var id: ID
    package var companyID: Company.ID
    package var employeeID: Employee.ID
    package var runtimeProfileID: RuntimeProfile.ID?
    package var adapterKind: RuntimeKind
    package var status: RuntimeSessionStatus
    package var currentRunID: Run.ID?
    package var currentTicketID: Ticket.ID?
    /// The process id at the operating system.
    package var pid: Int?
    package var endpointUrl: String?
    /// The folder that the agent works in.
    package var workspacePath: String?
    package var capabilities: JSONColumn<JSONValue>
    package var lastHeartbeatAt: Timestamp?
    /// When the session counts as lost unless it gives a sign of life.
    package var leaseExpiresAt: Timestamp?
    package var failureReason: String?
    package var startedAt: Timestamp
    package var endedAt: Timestamp?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case employeeID = "employee_id"
        case runtimeProfileID = "runtime_profile_id"
        case adapterKind = "adapter_kind"
        case status
        case currentRunID = "current_run_id"
        case currentTicketID = "current_ticket_id"
        case pid
        case endpointUrl = "endpoint_url"
        case workspacePath = "workspace_path"
        case capabilities = "capabilities_json"
        case lastHeartbeatAt = "last_heartbeat_at"
        case leaseExpiresAt = "lease_expires_at"
        case failureReason = "failure_reason"
        case startedAt = "started_at"
        case endedAt = "ended_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    package init(
        id: ID, companyID: Company.ID, employeeID: Employee.ID, runtimeProfileID: RuntimeProfile.ID? = nil,
        adapterKind: RuntimeKind, status: RuntimeSessionStatus = .starting, currentRunID: Run.ID? = nil,
        currentTicketID: Ticket.ID? = nil, pid: Int? = nil, endpointUrl: String? = nil, workspacePath: String? = nil,
        capabilities: JSONColumn<JSONValue> = JSONColumn([:]), lastHeartbeatAt: Timestamp? = nil,
        leaseExpiresAt: Timestamp? = nil, failureReason: String? = nil, startedAt: Timestamp, endedAt: Timestamp? = nil,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.employeeID = employeeID
        self.runtimeProfileID = runtimeProfileID
        self.adapterKind = adapterKind
        self.status = status
        self.currentRunID = currentRunID
        self.currentTicketID = currentTicketID
        self.pid = pid
        self.endpointUrl = endpointUrl
        self.workspacePath = workspacePath
        self.capabilities = capabilities
        self.lastHeartbeatAt = lastHeartbeatAt
        self.leaseExpiresAt = leaseExpiresAt
        self.failureReason = failureReason
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
