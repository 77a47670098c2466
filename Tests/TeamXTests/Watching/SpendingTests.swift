import Domain
import Testing

@testable import teamx

struct SpendingTests {
    private let step: JSONValue = ["prompt_tokens": 10, "completion_tokens": 2, "cost_usd": "0.5"]
    private let unpriced: JSONValue = ["prompt_tokens": 1, "completion_tokens": 1, "cost_usd": "0", "price_known": false]

    @Test func `the log tells the same as the runs, and further back`() {
        let log = [
            event("work.started"), event("run.step", step), event("run.step", step), event("ticket.created"),
            event("work.started"),
            event("run.step", step),
        ]
        let spending = Spending(log, newest: [unpriced])
        #expect(spending.count == 2)
        #expect((spending.promptTokens, spending.completionTokens) == (30, 6))
        #expect(spending.cost.inWords == "$1.50")
        #expect(spending.remark == ", without at least 1 run whose price is not known")
    }

    @Test func `runs without a price are told`() {
        #expect(Spending([step]).remark == "")
        var local = unpriced.object ?? [:]
        local["cost_kind"] = "notional"
        #expect(Spending([step, .object(local)]).remark == "")
        #expect(Spending([step, unpriced, unpriced]).remark == ", without 2 runs whose price is not known")
    }

    @Test func `what nobody charges for has a word for it`() {
        #expect(step.costInWords == "$0.50")
        #expect(unpriced.costInWords == nil)
        var local = step.object ?? [:]
        local["cost_kind"] = "notional"
        #expect(JSONValue.object(local).costInWords == "$0.50 notional")
    }

    @Test func `ledgers stand side by side and are not added up`() {
        var local = step.object ?? [:]
        local["cost_kind"] = "notional"
        #expect(Spending([step, .object(local), .object(local)]).cost.inWords == "$0.50, $1.00 notional")
        let log = [event("run.step", step), event("run.step", .object(local))]
        #expect(Spending(log, newest: []).cost.inWords == "$0.50, $0.50 notional")
        #expect(Spending([.object(local)]).cost.inWords == "$0.50 notional")
        #expect(Spending([]).cost.inWords == "$0.00")
    }
}
