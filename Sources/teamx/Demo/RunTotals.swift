import Domain

/// What runs took and cost together.
struct RunTotals: Hashable, Sendable {
    private(set) var count = 0
    private(set) var promptTokens = 0
    private(set) var completionTokens = 0
    private(set) var cost = Money.zero
    /// How many had a model whose price is not known, and so add nothing to the cost.
    private(set) var unpriced = 0

    /// - Parameter runs: Rows of runs as the API shows them.
    init(_ runs: [JSONValue]) {
        for run in runs {
            count += 1
            promptTokens += run.int("prompt_tokens")
            completionTokens += run.int("completion_tokens")
            if run["price_known"]?.bool == false { unpriced += 1 }
            if let sum = try? cost + run.money("cost_usd") { cost = sum }  // beyond all money: not shown
        }
    }

    /// What is to be said beside the cost.
    var remark: String {
        unpriced == 0 ? "" : ", without \(unpriced) \(unpriced == 1 ? "run" : "runs") whose price is not known"
    }
}
