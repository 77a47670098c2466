import Domain

extension WorkSummary {
    /// The same for programs: rows as the API shows them, and the sums.
    var json: JSONValue {
        [
            "achieved": .bool(isAchieved), "goal": .string(goal), "practice": .bool(isPractice),
            "tickets": .array(tickets), "files": .array(files), "questions": .array(questions),
            "runs": .integer(Int64(runs.count)), "runs_without_price": .integer(Int64(runs.unpriced)),
            "prompt_tokens": .integer(Int64(runs.promptTokens)), "completion_tokens": .integer(Int64(runs.completionTokens)),
            "cost_usd": .string(runs.cost.billed.description), "notional_usd": .string(runs.cost.notional.description),
            "time_ms": .integer(time.wholeMilliseconds),
        ]
    }
}
