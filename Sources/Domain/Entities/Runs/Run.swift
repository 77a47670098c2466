/// The record of one turn, of one model call or several: its tokens, time and cost.
package struct Run: Codable, Hashable, Sendable {
    package typealias ID = Identifier<Run>

    package var id: ID
    /// The employee, who may be gone: runs outlive them.
    package var employeeID: Employee.ID
    package var threadID: Thread.ID?
    /// The kind of the provider, or another word for what answered; the list is open.
    package var provider: String
    /// The model's name as the provider knows it.
    package var model: String
    package var promptTokens: Int
    package var completionTokens: Int
    /// In milliseconds, from the beginning of the turn to its end.
    package var latencyMs: Int
    /// In US dollars.
    package var costUsd: Money
    package var toolCallsCount: Int
    package var startedAt: Timestamp
    package var endedAt: Timestamp?
    package var status: RunStatus
    /// What went wrong, for people.
    package var error: String?
    package var kind: RunKind
    /// The company, which may be gone.
    ///
    /// Absent in rows from before the column was there.
    package var companyID: Company.ID?
    /// The ticket that was worked on.
    package var ticketID: Ticket.ID?
    /// The request that the run answered.
    package var wakeupID: WakeupRequest.ID?
    /// Which try of the wakeup this run was, from 1.
    package var attempt: Int
    /// The server's epoch that the run was started in; a run of an earlier epoch that still runs was interrupted.
    package var leaseEpoch: Int
    /// The class of the failure, for programs; see ``ModelError/Class``.
    package var errorClass: String?
    /// Whether ``costUsd`` was computed from a known price.
    ///
    /// Where it was not, zero does not mean free.
    package var priceKnown: Bool
    /// Since when the answer of a model call has been arriving, while it does.
    package var streamingSince: Timestamp?
    /// What the model was told, in numbers; absent in rows from before the column was there.
    package var context: JSONColumn<ContextFigures>?
    /// In which ledger what the run has used beyond its steps belongs: that of its latest call.
    package var costKind: CostKind
    /// The row of the provider that was asked last, which may be gone; absent in rows from before the column was there.
    package var providerID: Provider.ID?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case employeeID = "employee_id"
        case threadID = "thread_id"
        case provider
        case model
        case promptTokens = "prompt_tokens"
        case completionTokens = "completion_tokens"
        case latencyMs = "latency_ms"
        case costUsd = "cost_usd"
        case toolCallsCount = "tool_calls_count"
        case startedAt = "started_at"
        case endedAt = "ended_at"
        case status
        case error
        case kind
        case companyID = "company_id"
        case ticketID = "ticket_id"
        case wakeupID = "wakeup_id"
        case attempt
        case leaseEpoch = "lease_epoch"
        case errorClass = "error_class"
        case priceKnown = "price_known"
        case streamingSince = "streaming_since"
        case context = "context_json"
        case costKind = "cost_kind"
        case providerID = "provider_id"
    }

    package init(
        id: ID, employeeID: Employee.ID, threadID: Thread.ID? = nil, provider: String, model: String, promptTokens: Int = 0,
        completionTokens: Int = 0, latencyMs: Int = 0, costUsd: Money = .zero, toolCallsCount: Int = 0, startedAt: Timestamp,
        endedAt: Timestamp? = nil, status: RunStatus = .running, error: String? = nil, kind: RunKind = .work,
        companyID: Company.ID? = nil, ticketID: Ticket.ID? = nil, wakeupID: WakeupRequest.ID? = nil, attempt: Int = 1,
        leaseEpoch: Int = 0, errorClass: String? = nil, priceKnown: Bool = true, streamingSince: Timestamp? = nil,
        context: JSONColumn<ContextFigures>? = nil, costKind: CostKind = .billed,
        providerID: Provider.ID? = nil
    ) {
        self.id = id
        self.employeeID = employeeID
        self.threadID = threadID
        self.provider = provider
        self.model = model
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.latencyMs = latencyMs
        self.costUsd = costUsd
        self.toolCallsCount = toolCallsCount
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.status = status
        self.error = error
        self.kind = kind
        self.companyID = companyID
        self.ticketID = ticketID
        self.wakeupID = wakeupID
        self.attempt = attempt
        self.leaseEpoch = leaseEpoch
        self.errorClass = errorClass
        self.priceKnown = priceKnown
        self.streamingSince = streamingSince
        self.context = context
        self.costKind = costKind
        self.providerID = providerID
    }
}
