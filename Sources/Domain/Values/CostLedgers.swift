/// What model calls have cost, in three ledgers that are never added up.
package struct CostLedgers: Hashable, Sendable {
    /// What providers will want to have, in US dollars.
    package var billed = Money.zero
    package var billedCalls = 0
    /// What would have cost so much at list price, and nobody charges for.
    package var notional = Money.zero
    package var notionalCalls = 0
    /// Calls whose price nobody knows; there is no amount for them.
    package var unknownCalls = 0

    package init() {}

    /// Enters calls in the ledger that they belong to.
    package mutating func add(_ cost: Money, calls: Int = 1, to kind: CostKind) {
        var more = CostLedgers()
        switch kind {
        case .billed: (more.billed, more.billedCalls) = (cost, calls)
        case .notional: (more.notional, more.notionalCalls) = (cost, calls)
        case .unknown: more.unknownCalls = calls
        }
        add(more)
    }

    /// Adds each ledger to its own kind.
    package mutating func add(_ other: CostLedgers) {
        billed = (try? billed + other.billed) ?? billed  // nobody has spent that much
        notional = (try? notional + other.notional) ?? notional  // nor used
        billedCalls += other.billedCalls
        notionalCalls += other.notionalCalls
        unknownCalls += other.unknownCalls
    }
}
