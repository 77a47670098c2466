package import Domain

extension RunStep {
    /// Why the last model call of each of these runs came to its end, where it did.
    package static func finishes(
        of runs: [Run.ID], in transaction: any Transaction
    ) throws -> [Run.ID: FinishReason] {
        guard !runs.isEmpty else { return [:] }
        let found = try transaction.rows(
            """
            SELECT s.run_id, s.finish_reason FROM run_steps s WHERE s.run_id IN \(list: runs) AND s.finish_reason IS NOT NULL
              AND s.step = (SELECT max(l.step) FROM run_steps l WHERE l.run_id = s.run_id)
            """
        ) { row in (try Run.ID(column: row.value(at: 0)), try FinishReason(column: row.value(at: 1))) }
        return Dictionary(found) { first, _ in first }
    }

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
                completionTokens: step.completionTokens, costUsd: step.costUsd, costKind: step.costKind,
                finishReason: step.finishReason),
            company: work.companyID, by: .employee(work.agentID))
    }
}
