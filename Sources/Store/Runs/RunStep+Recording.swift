package import Domain

extension RunStep {
    /// Records a model call of a run with what its tools answered, and brings the run's row up to date.
    package static func record(_ step: RunStep, totals: RunTotals, of work: WakeupRequest, in transaction: any Transaction) throws
    {
        try transaction.insert(step)
        try transaction.execute(
            """
            UPDATE runs SET prompt_tokens = \(totals.promptTokens), completion_tokens = \(totals.completionTokens),
              cost_usd = \(totals.cost), tool_calls_count = \(totals.toolCalls), price_known = \(totals.isPriceKnown),
              cost_kind = \(step.costKind.rawValue),
              streaming_since = NULL
            WHERE id = \(step.runID) AND status = \(RunStatus.running)
            """)
        try BudgetReservation.settle(step, for: work, in: transaction)
        try transaction.record(
            RunStepCompleted(
                runID: step.runID, employeeID: work.agentID, step: step.step, promptTokens: step.promptTokens,
                completionTokens: step.completionTokens, costUsd: step.costUsd, finishReason: step.finishReason),
            company: work.companyID, by: .employee(work.agentID))
    }
}
