/// One call of the model within a run is complete.
package struct RunStepCompleted: EventPayload {
    package static let type = EventType.runStep

    package let runID: Run.ID
    package let employeeID: Employee.ID
    /// Counts the calls of the run, from 0.
    package let step: Int
    package let promptTokens: Int
    package let completionTokens: Int
    package let costUsd: Money
    /// The ledger that the cost stands in; events of before there were ledgers do not say.
    package let costKind: CostKind?
    package let finishReason: FinishReason?

    package init(
        runID: Run.ID, employeeID: Employee.ID, step: Int, promptTokens: Int, completionTokens: Int, costUsd: Money,
        costKind: CostKind? = nil, finishReason: FinishReason? = nil
    ) {
        self.runID = runID
        self.employeeID = employeeID
        self.step = step
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.costUsd = costUsd
        self.costKind = costKind
        self.finishReason = finishReason
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case employeeID = "employee_id"
        case step
        case promptTokens = "prompt_tokens"
        case completionTokens = "completion_tokens"
        case costUsd = "cost_usd"
        case costKind = "cost_kind"
        case finishReason = "finish_reason"
    }
}

/// A model called a tool.
package struct ToolCalled: EventPayload {
    package static let type = EventType.toolCalled

    package let runID: Run.ID
    package let threadID: Thread.ID?
    package let employeeID: Employee.ID
    /// The call's id in the conversation with the model.
    package let toolCallID: String
    package let toolName: String
    /// What the call is about, in a few words.
    package let summary: String?

    package init(
        runID: Run.ID, threadID: Thread.ID? = nil, employeeID: Employee.ID, toolCallID: String, toolName: String,
        summary: String? = nil
    ) {
        self.runID = runID
        self.threadID = threadID
        self.employeeID = employeeID
        self.toolCallID = toolCallID
        self.toolName = toolName
        self.summary = summary
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case toolCallID = "tool_call_id"
        case toolName = "tool_name"
        case summary
    }
}

/// A tool answered.
package struct ToolResult: EventPayload {
    package static let type = EventType.toolResult

    package let runID: Run.ID
    package let threadID: Thread.ID?
    package let employeeID: Employee.ID
    /// The id of the call that is answered.
    package let toolCallID: String
    package let toolName: String
    package let success: Bool
    /// Why nothing came of the call.
    package let error: String?

    package init(
        runID: Run.ID, threadID: Thread.ID? = nil, employeeID: Employee.ID, toolCallID: String, toolName: String, success: Bool,
        error: String? = nil
    ) {
        self.runID = runID
        self.threadID = threadID
        self.employeeID = employeeID
        self.toolCallID = toolCallID
        self.toolName = toolName
        self.success = success
        self.error = error
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case toolCallID = "tool_call_id"
        case toolName = "tool_name"
        case success
        case error
    }
}

/// A provider did not take a model call, and another one is asked from now on.
package struct RunRerouted: EventPayload {
    package static let type = EventType.runRerouted

    package let runID: Run.ID
    package let employeeID: Employee.ID
    /// The place of the call within the run, from 0.
    package let step: Int
    package let providerID: Provider.ID
    package let model: String
    package let nextProviderID: Provider.ID
    package let nextModel: String
    /// The class of the failure, for programs; see ``ModelError/Class``.
    package let errorClass: String
    package let error: String

    package init(
        runID: Run.ID, employeeID: Employee.ID, step: Int, providerID: Provider.ID, model: String, nextProviderID: Provider.ID,
        nextModel: String, errorClass: String, error: String
    ) {
        self.runID = runID
        self.employeeID = employeeID
        self.step = step
        self.providerID = providerID
        self.model = model
        self.nextProviderID = nextProviderID
        self.nextModel = nextModel
        self.errorClass = errorClass
        self.error = error
    }

    private enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case employeeID = "employee_id"
        case step
        case providerID = "provider_id"
        case model
        case nextProviderID = "next_provider_id"
        case nextModel = "next_model"
        case errorClass = "error_class"
        case error
    }
}
