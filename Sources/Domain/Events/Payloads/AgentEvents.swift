/// An employee took a step in the agentic loop.
package struct AgentStep: EventPayload {
    package static let type = EventType.agentStep

    package let runID: Run.ID
    package let threadID: Thread.ID
    /// Counts the steps of the run, from 0.
    package let stepIndex: Int
    package let kind: AgentStepKind
    /// What the step is about; its shape goes with the kind.
    package let data: JSONValue
    package let tokensIn: Int
    package let tokensOut: Int
    package let costUsd: Money
    package let provider: String
    package let model: String

    package init(
        runID: Run.ID, threadID: Thread.ID, stepIndex: Int, kind: AgentStepKind, data: JSONValue, tokensIn: Int, tokensOut: Int,
        costUsd: Money, provider: String, model: String
    ) {
        self.runID = runID
        self.threadID = threadID
        self.stepIndex = stepIndex
        self.kind = kind
        self.data = data
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.costUsd = costUsd
        self.provider = provider
        self.model = model
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case stepIndex = "step_index"
        case kind
        case data
        case tokensIn = "tokens_in"
        case tokensOut = "tokens_out"
        case costUsd = "cost_usd"
        case provider
        case model
    }
}

/// The agentic loop came to an answer.
package struct AgenticCompleted: EventPayload {
    package static let type = EventType.agenticCompleted

    package let runID: Run.ID
    package let threadID: Thread.ID
    package let answer: String
    package let totalSteps: Int
    package let tokensIn: Int
    package let tokensOut: Int
    package let costUsd: Money
    /// In milliseconds.
    package let durationMs: Int

    package init(
        runID: Run.ID, threadID: Thread.ID, answer: String, totalSteps: Int, tokensIn: Int, tokensOut: Int, costUsd: Money,
        durationMs: Int
    ) {
        self.runID = runID
        self.threadID = threadID
        self.answer = answer
        self.totalSteps = totalSteps
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.costUsd = costUsd
        self.durationMs = durationMs
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case answer
        case totalSteps = "total_steps"
        case tokensIn = "tokens_in"
        case tokensOut = "tokens_out"
        case costUsd = "cost_usd"
        case durationMs = "duration_ms"
    }
}

/// The agentic loop ended without an answer.
package struct AgenticFailed: EventPayload {
    package static let type = EventType.agenticFailed

    package let runID: Run.ID
    package let threadID: Thread.ID
    /// What sort of end it was, such as `budget_tokens`.
    package let reason: String
    /// What happened, for people.
    package let message: String
    package let totalSteps: Int
    package let tokensIn: Int
    package let tokensOut: Int
    package let costUsd: Money
    /// In milliseconds.
    package let durationMs: Int

    package init(
        runID: Run.ID, threadID: Thread.ID, reason: String, message: String, totalSteps: Int, tokensIn: Int, tokensOut: Int,
        costUsd: Money, durationMs: Int
    ) {
        self.runID = runID
        self.threadID = threadID
        self.reason = reason
        self.message = message
        self.totalSteps = totalSteps
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.costUsd = costUsd
        self.durationMs = durationMs
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case reason
        case message
        case totalSteps = "total_steps"
        case tokensIn = "tokens_in"
        case tokensOut = "tokens_out"
        case costUsd = "cost_usd"
        case durationMs = "duration_ms"
    }
}

/// The record was searched for what keeps going wrong.
package struct AgentImprovementRun: EventPayload {
    package static let type = EventType.agentImprovementRun

    package let recommendationCount: Int
    package let createdTicketCount: Int
    package let createdTicketIDs: [Ticket.ID]
    /// Open tickets that say the same already.
    package let skippedExistingTicketIDs: [Ticket.ID]
    package let inspectedEventCount: Int
    package let inspectedTicketCount: Int

    package init(
        recommendationCount: Int, createdTicketCount: Int, createdTicketIDs: [Ticket.ID], skippedExistingTicketIDs: [Ticket.ID],
        inspectedEventCount: Int, inspectedTicketCount: Int
    ) {
        self.recommendationCount = recommendationCount
        self.createdTicketCount = createdTicketCount
        self.createdTicketIDs = createdTicketIDs
        self.skippedExistingTicketIDs = skippedExistingTicketIDs
        self.inspectedEventCount = inspectedEventCount
        self.inspectedTicketCount = inspectedTicketCount
    }

    private enum CodingKeys: String, CodingKey {
        case recommendationCount = "recommendation_count"
        case createdTicketCount = "created_ticket_count"
        case createdTicketIDs = "created_ticket_ids"
        case skippedExistingTicketIDs = "skipped_existing_ticket_ids"
        case inspectedEventCount = "inspected_event_count"
        case inspectedTicketCount = "inspected_ticket_count"
    }
}

/// What a step of the agentic loop was.
package enum AgentStepKind: String, Vocabulary {
    case plan
    case toolCall = "tool_call"
    case toolResult = "tool_result"
    case answer
    case error
    case ticketCreated = "ticket_created"
    case delegationMade = "delegation_made"
    case reviewPending = "review_pending"
}
