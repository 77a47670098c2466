/// Work without a human's word was put into the queue.
package struct ProactiveWorkQueued: EventPayload {
    package static let type = EventType.proactiveWorkQueued

    package let triggerID: String
    package let triggerKind: ProactiveTrigger
    package let threadID: Thread.ID?
    package let employeeID: Employee.ID
    package let goalID: Goal.ID?
    package let ticketID: Ticket.ID?
    package let queuedAt: Timestamp

    package init(
        triggerID: String, triggerKind: ProactiveTrigger, threadID: Thread.ID? = nil, employeeID: Employee.ID,
        goalID: Goal.ID? = nil, ticketID: Ticket.ID? = nil, queuedAt: Timestamp
    ) {
        self.triggerID = triggerID
        self.triggerKind = triggerKind
        self.threadID = threadID
        self.employeeID = employeeID
        self.goalID = goalID
        self.ticketID = ticketID
        self.queuedAt = queuedAt
    }

    private enum CodingKeys: String, CodingKey {
        case triggerID = "trigger_id"
        case triggerKind = "trigger_kind"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case goalID = "goal_id"
        case ticketID = "ticket_id"
        case queuedAt = "queued_at"
    }
}

/// An employee began to work without a human's word.
package struct ProactiveWorkStarted: EventPayload {
    package static let type = EventType.proactiveWorkStarted

    package let triggerID: String
    package let triggerKind: ProactiveTrigger
    package let runID: Run.ID
    package let threadID: Thread.ID?
    package let employeeID: Employee.ID
    package let goalID: Goal.ID?
    package let ticketID: Ticket.ID?
    package let startedAt: Timestamp

    package init(
        triggerID: String, triggerKind: ProactiveTrigger, runID: Run.ID, threadID: Thread.ID? = nil, employeeID: Employee.ID,
        goalID: Goal.ID? = nil, ticketID: Ticket.ID? = nil, startedAt: Timestamp
    ) {
        self.triggerID = triggerID
        self.triggerKind = triggerKind
        self.runID = runID
        self.threadID = threadID
        self.employeeID = employeeID
        self.goalID = goalID
        self.ticketID = ticketID
        self.startedAt = startedAt
    }

    private enum CodingKeys: String, CodingKey {
        case triggerID = "trigger_id"
        case triggerKind = "trigger_kind"
        case runID = "run_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case goalID = "goal_id"
        case ticketID = "ticket_id"
        case startedAt = "started_at"
    }
}

/// Work without a human's word is done.
package struct ProactiveWorkCompleted: EventPayload {
    package static let type = EventType.proactiveWorkCompleted

    package let triggerID: String
    package let runID: Run.ID
    package let threadID: Thread.ID?
    package let employeeID: Employee.ID
    package let totalSteps: Int
    package let tokensIn: Int
    package let tokensOut: Int
    package let costUsd: Money
    /// In milliseconds.
    package let durationMs: Int
    package let completedAt: Timestamp

    package init(
        triggerID: String, runID: Run.ID, threadID: Thread.ID? = nil, employeeID: Employee.ID, totalSteps: Int, tokensIn: Int,
        tokensOut: Int, costUsd: Money, durationMs: Int, completedAt: Timestamp
    ) {
        self.triggerID = triggerID
        self.runID = runID
        self.threadID = threadID
        self.employeeID = employeeID
        self.totalSteps = totalSteps
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.costUsd = costUsd
        self.durationMs = durationMs
        self.completedAt = completedAt
    }

    private enum CodingKeys: String, CodingKey {
        case triggerID = "trigger_id"
        case runID = "run_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case totalSteps = "total_steps"
        case tokensIn = "tokens_in"
        case tokensOut = "tokens_out"
        case costUsd = "cost_usd"
        case durationMs = "duration_ms"
        case completedAt = "completed_at"
    }
}

/// What leads to work without a human's word.
package enum ProactiveTrigger: String, Vocabulary {
    case goalDecompose = "goal_decompose"
    case workScan = "work_scan"
    case backgroundMonitor = "background_monitor"
}
