/// What there is to say of an external agent at one moment.
package struct RuntimeReport: Encodable, Hashable, Sendable {
    package let sessionID: RuntimeSession.ID
    package let employeeID: Employee.ID
    package let runtimeProfileID: RuntimeProfile.ID?
    package let adapterKind: RuntimeKind
    /// `command` or `http`; absent for what runs inside the program.
    package let transport: String?
    package let runID: Run.ID?
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let checkoutID: TicketCheckout.ID?
    /// The lease that was in the way.
    package let conflictingCheckoutID: TicketCheckout.ID?
    /// Whose lease that is.
    package let conflictingEmployeeID: Employee.ID?
    package let artifactID: Artifact.ID?
    package let status: RuntimeSessionStatus
    /// What the agent or the program says to it.
    package let message: String?
    package let usage: Usage?
    package let workspacePath: String?
    package let endpointUrl: String?
    package let leaseExpiresAt: Timestamp?

    package init(
        sessionID: RuntimeSession.ID, employeeID: Employee.ID, runtimeProfileID: RuntimeProfile.ID? = nil,
        adapterKind: RuntimeKind, transport: String? = nil, runID: Run.ID? = nil, threadID: Thread.ID? = nil,
        ticketID: Ticket.ID? = nil, checkoutID: TicketCheckout.ID? = nil, conflictingCheckoutID: TicketCheckout.ID? = nil,
        conflictingEmployeeID: Employee.ID? = nil, artifactID: Artifact.ID? = nil, status: RuntimeSessionStatus,
        message: String? = nil, usage: Usage? = nil, workspacePath: String? = nil, endpointUrl: String? = nil,
        leaseExpiresAt: Timestamp? = nil
    ) {
        self.sessionID = sessionID
        self.employeeID = employeeID
        self.runtimeProfileID = runtimeProfileID
        self.adapterKind = adapterKind
        self.transport = transport
        self.runID = runID
        self.threadID = threadID
        self.ticketID = ticketID
        self.checkoutID = checkoutID
        self.conflictingCheckoutID = conflictingCheckoutID
        self.conflictingEmployeeID = conflictingEmployeeID
        self.artifactID = artifactID
        self.status = status
        self.message = message
        self.usage = usage
        self.workspacePath = workspacePath
        self.endpointUrl = endpointUrl
        self.leaseExpiresAt = leaseExpiresAt
    }

    private enum CodingKeys: String, CodingKey {
        case sessionID = "session_id"
        case employeeID = "employee_id"
        case runtimeProfileID = "runtime_profile_id"
        case adapterKind = "adapter_kind"
        case transport
        case runID = "run_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case checkoutID = "checkout_id"
        case conflictingCheckoutID = "conflicting_checkout_id"
        case conflictingEmployeeID = "conflicting_employee_id"
        case artifactID = "artifact_id"
        case status
        case message
        case usage
        case workspacePath = "workspace_path"
        case endpointUrl = "endpoint_url"
        case leaseExpiresAt = "lease_expires_at"
    }
}

extension RuntimeReport {
    /// Tokens that the agent says it took.
    package struct Usage: Encodable, Hashable, Sendable {
        package let promptTokens: Int
        package let completionTokens: Int

        package init(promptTokens: Int, completionTokens: Int) {
            self.promptTokens = promptTokens
            self.completionTokens = completionTokens
        }

        private enum CodingKeys: String, CodingKey {
            case promptTokens = "prompt_tokens"
            case completionTokens = "completion_tokens"
        }
    }
}
