/// Work was put into the queue.
package struct WorkQueued: EventPayload {
    package static let type = EventType.workQueued

    package let wakeupID: WakeupRequest.ID
    package let employeeID: Employee.ID
    package let cause: WakeupCause
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    /// From 0 to 100; the higher goes first.
    package let priority: Int

    package init(
        wakeupID: WakeupRequest.ID, employeeID: Employee.ID, cause: WakeupCause, threadID: Thread.ID? = nil,
        ticketID: Ticket.ID? = nil, priority: Int
    ) {
        self.wakeupID = wakeupID
        self.employeeID = employeeID
        self.cause = cause
        self.threadID = threadID
        self.ticketID = ticketID
        self.priority = priority
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case employeeID = "employee_id"
        case cause
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case priority
    }
}

/// Somebody put work that waits before all else that waits in the company.
package struct WorkMoved: EventPayload {
    package static let type = EventType.workMoved

    package let wakeupID: WakeupRequest.ID
    package let employeeID: Employee.ID
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?

    package init(wakeupID: WakeupRequest.ID, employeeID: Employee.ID, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil) {
        self.wakeupID = wakeupID
        self.employeeID = employeeID
        self.threadID = threadID
        self.ticketID = ticketID
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case employeeID = "employee_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
    }
}

/// A person asked that work which goes on be ended; it is about to be.
package struct WorkStopping: EventPayload {
    package static let type = EventType.workStopping

    package let wakeupID: WakeupRequest.ID
    /// Absent when no run has begun.
    package let runID: Run.ID?
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let employeeID: Employee.ID

    package init(
        wakeupID: WakeupRequest.ID, runID: Run.ID? = nil, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil,
        employeeID: Employee.ID
    ) {
        self.wakeupID = wakeupID
        self.runID = runID
        self.threadID = threadID
        self.ticketID = ticketID
        self.employeeID = employeeID
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case runID = "run_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
    }
}

/// Work was taken back or stopped for good, or was not let into the queue.
package struct WorkCancelled: EventPayload {
    package static let type = EventType.workCancelled

    /// Absent when the work was not let in.
    package let wakeupID: WakeupRequest.ID?
    package let employeeID: Employee.ID
    package let reason: String
    /// The run that was stopped; absent when none had begun.
    package let runID: Run.ID?
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    /// The message that keeps what was said by then, or says why there is none.
    package let messageID: Message.ID?

    package init(
        wakeupID: WakeupRequest.ID? = nil, employeeID: Employee.ID, reason: String, runID: Run.ID? = nil,
        threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil, messageID: Message.ID? = nil
    ) {
        self.wakeupID = wakeupID
        self.employeeID = employeeID
        self.reason = reason
        self.runID = runID
        self.threadID = threadID
        self.ticketID = ticketID
        self.messageID = messageID
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case employeeID = "employee_id"
        case reason
        case runID = "run_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case messageID = "message_id"
    }
}

/// An employee began to work.
package struct WorkStarted: EventPayload {
    package static let type = EventType.workStarted

    package let runID: Run.ID
    package let wakeupID: WakeupRequest.ID?
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let employeeID: Employee.ID
    package let provider: String
    package let model: String
    /// Whether the practice model plays the employee, so that what comes is no real work.
    package let practice: Bool

    package init(
        runID: Run.ID, wakeupID: WakeupRequest.ID? = nil, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil,
        employeeID: Employee.ID, provider: String, model: String, practice: Bool
    ) {
        self.runID = runID
        self.wakeupID = wakeupID
        self.threadID = threadID
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.provider = provider
        self.model = model
        self.practice = practice
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case wakeupID = "wakeup_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case provider
        case model
        case practice
    }
}

/// An employee finished a turn.
package struct WorkCompleted: EventPayload {
    package static let type = EventType.workCompleted

    package let runID: Run.ID
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let employeeID: Employee.ID
    /// The answer, when there was one.
    package let messageID: Message.ID?
    package let promptTokens: Int
    package let completionTokens: Int
    /// From start to end, in milliseconds.
    package let latencyMs: Int
    package let costUsd: Money
    /// How many tools were called.
    package let toolCalls: Int

    package init(
        runID: Run.ID, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil, employeeID: Employee.ID,
        messageID: Message.ID? = nil, promptTokens: Int, completionTokens: Int, latencyMs: Int, costUsd: Money, toolCalls: Int
    ) {
        self.runID = runID
        self.threadID = threadID
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.messageID = messageID
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.latencyMs = latencyMs
        self.costUsd = costUsd
        self.toolCalls = toolCalls
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case messageID = "message_id"
        case promptTokens = "prompt_tokens"
        case completionTokens = "completion_tokens"
        case latencyMs = "latency_ms"
        case costUsd = "cost_usd"
        case toolCalls = "tool_calls"
    }
}

/// A turn failed, or could not even begin.
package struct WorkFailed: EventPayload {
    package static let type = EventType.workFailed

    /// Absent when the turn failed before its run began.
    package let runID: Run.ID?
    package let wakeupID: WakeupRequest.ID?
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let employeeID: Employee.ID
    /// The message that tells the thread of it.
    package let messageID: Message.ID?
    /// What happened, for people.
    package let error: String
    /// What sort of failure it was, for programs, such as `timeout`.
    package let errorClass: String
    /// Whether the work waits in the queue for another attempt.
    package let willRetry: Bool

    package init(
        runID: Run.ID? = nil, wakeupID: WakeupRequest.ID? = nil, threadID: Thread.ID? = nil, ticketID: Ticket.ID? = nil,
        employeeID: Employee.ID, messageID: Message.ID? = nil, error: String, errorClass: String, willRetry: Bool
    ) {
        self.runID = runID
        self.wakeupID = wakeupID
        self.threadID = threadID
        self.ticketID = ticketID
        self.employeeID = employeeID
        self.messageID = messageID
        self.error = error
        self.errorClass = errorClass
        self.willRetry = willRetry
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case wakeupID = "wakeup_id"
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case employeeID = "employee_id"
        case messageID = "message_id"
        case error
        case errorClass = "error_class"
        case willRetry = "will_retry"
    }
}

/// Work was passed over, or not let into the queue; the same again within the hour is only counted.
package struct WorkSkipped: EventPayload {
    package static let type = EventType.workSkipped

    /// The request that waits, if it is in the queue.
    package let wakeupID: WakeupRequest.ID?
    package let employeeID: Employee.ID
    package let cause: WakeupCause
    package let threadID: Thread.ID?
    package let ticketID: Ticket.ID?
    package let reason: SkipReason
    /// How often this has happened so far.
    package let count: Int

    package init(
        wakeupID: WakeupRequest.ID? = nil, employeeID: Employee.ID, cause: WakeupCause, threadID: Thread.ID? = nil,
        ticketID: Ticket.ID? = nil, reason: SkipReason, count: Int
    ) {
        self.wakeupID = wakeupID
        self.employeeID = employeeID
        self.cause = cause
        self.threadID = threadID
        self.ticketID = ticketID
        self.reason = reason
        self.count = count
    }

    private enum CodingKeys: String, CodingKey {
        case wakeupID = "wakeup_id"
        case employeeID = "employee_id"
        case cause
        case threadID = "thread_id"
        case ticketID = "ticket_id"
        case reason
        case count
    }
}
