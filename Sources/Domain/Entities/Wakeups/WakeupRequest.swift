/// Work that an employee shall do, as a durable row: the queue of the dispatcher.
package struct WakeupRequest: Codable, Hashable, Sendable {
    package typealias ID = Identifier<WakeupRequest>

    package var id: ID
    package var companyID: Company.ID
    /// The employee who shall act.
    package var agentID: Employee.ID
    package var status: WakeupStatus
    /// The coarse form of ``cause`` that other programs know.
    package var triggerType: WakeupTrigger
    /// The id of what the work comes from: a message, a ticket, a routine, a goal.
    package var triggerID: String?
    /// From 0 to 100; the higher goes first.
    package var priority: Int
    /// Not to be started earlier.
    package var scheduledFor: Timestamp
    package var startedAt: Timestamp?
    package var completedAt: Timestamp?
    /// How often the work was started.
    package var attemptCount: Int
    /// How often it may fail before it is given up; what can be tried seldom is given up sooner.
    package var maxAttempts: Int
    /// When to try again after a failure.
    package var nextRetryAt: Timestamp?
    /// What the run needs to know: the goals above it, where it comes from.
    package var context: JSONColumn<JSONValue>
    /// What came of it.
    package var result: JSONColumn<JSONValue>?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// What brought the request about.
    package var cause: WakeupCause
    /// A second pending request of the same employee with the same key is the same request.
    package var dedupeKey: String?
    /// The thread that the work takes place in.
    package var threadID: Thread.ID?
    /// The ticket that is to be worked on.
    package var ticketID: Ticket.ID?
    /// The epoch of the server that has claimed the request.
    package var leaseOwner: Int?
    /// When the claim lapses unless it is renewed.
    package var leaseExpiresAt: Timestamp?
    /// Grows with every claim.
    ///
    /// A result that carries an older number is refused.
    package var fence: Int
    /// What led to this request, the oldest first, each link as `cause:employee:subject`.
    package var causeChain: JSONColumn<[String]>
    /// Why the latest attempt failed.
    package var lastError: String?
    /// The request that the chain of causes began with: this one, when a person's wish led to it.
    package var rootID: ID?
    /// The provider that the claim is counted for.
    package var providerID: Provider.ID?
    /// The line it waits in: which provider the employee's work is to be done with, as ``ProviderWish/line`` writes it.
    package var providerPref: String
    /// How often it has failed.
    package var failureCount: Int

    /// What led to this request, as what it leads to goes on with it.
    package var chain: CauseChain { CauseChain(links: causeChain.value, root: rootID ?? id) }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case agentID = "agent_id"
        case status
        case triggerType = "trigger_type"
        case triggerID = "trigger_id"
        case priority
        case scheduledFor = "scheduled_for"
        case startedAt = "started_at"
        case completedAt = "completed_at"
        case attemptCount = "attempt_count"
        case maxAttempts = "max_attempts"
        case nextRetryAt = "next_retry_at"
        case context = "context_json"
        case result = "result_json"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case cause
        case dedupeKey = "dedupe_key"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case leaseOwner = "lease_owner"
        case leaseExpiresAt = "lease_expires_at"
        case fence
        case causeChain = "cause_chain_json"
        case lastError = "last_error"
        case rootID = "root_id"
        case providerID = "provider_id"
        case providerPref = "provider_pref"
        case failureCount = "failure_count"
    }

    package init(
        id: ID, companyID: Company.ID, agentID: Employee.ID, status: WakeupStatus = .pending, triggerType: WakeupTrigger,
        triggerID: String? = nil, priority: Int = 50, scheduledFor: Timestamp, startedAt: Timestamp? = nil,
        completedAt: Timestamp? = nil, attemptCount: Int = 0, maxAttempts: Int = 4, nextRetryAt: Timestamp? = nil,
        context: JSONColumn<JSONValue> = JSONColumn([:]), result: JSONColumn<JSONValue>? = nil, createdAt: Timestamp,
        updatedAt: Timestamp, cause: WakeupCause = .manual, dedupeKey: String? = nil, threadID: Thread.ID? = nil,
        ticketID: Ticket.ID? = nil, leaseOwner: Int? = nil, leaseExpiresAt: Timestamp? = nil, fence: Int = 0,
        causeChain: JSONColumn<[String]> = [], lastError: String? = nil, rootID: ID? = nil,
        providerID: Provider.ID? = nil, providerPref: String = "", failureCount: Int = 0
    ) {
        self.id = id
        self.companyID = companyID
        self.agentID = agentID
        self.status = status
        self.triggerType = triggerType
        self.triggerID = triggerID
        self.priority = priority
        self.scheduledFor = scheduledFor
        self.startedAt = startedAt
        self.completedAt = completedAt
        self.attemptCount = attemptCount
        self.maxAttempts = maxAttempts
        self.nextRetryAt = nextRetryAt
        self.context = context
        self.result = result
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.cause = cause
        self.dedupeKey = dedupeKey
        self.threadID = threadID
        self.ticketID = ticketID
        self.leaseOwner = leaseOwner
        self.leaseExpiresAt = leaseExpiresAt
        self.fence = fence
        self.causeChain = causeChain
        self.lastError = lastError
        self.rootID = rootID
        self.providerID = providerID
        self.providerPref = providerPref
        self.failureCount = failureCount
    }
}
