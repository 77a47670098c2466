package import Domain

/// How a budget stands this month.
package struct BudgetSummary: Hashable, Sendable {
    package let policy: BudgetPolicy
    package let month: CalendarMonth
    /// What is billed.
    package let spent: Money
    /// What is set aside for model calls that are under way.
    package let reserved: Money
    package let remaining: Money
    /// What stands in each of the three ledgers; what is notional or unknown takes no room.
    package let ledgers: CostLedgers
    /// At what spending it is warned.
    package let warningSpend: Money
    package let alert: BudgetAlert
    /// Whether work waits because of it.
    package let isHolding: Bool
}

extension BudgetSummary {
    /// - Throws: ``StoreError``.
    package static func of(_ policy: BudgetPolicy, in transaction: any Transaction) throws -> BudgetSummary {
        try BudgetStandings(of: [policy], company: policy.companyID, in: transaction).summary(of: policy)
    }

    /// How all of the company's budgets stand.
    package static func all(of company: Company.ID, in transaction: any Transaction) throws -> [BudgetSummary] {
        let policies = try BudgetPolicy.list(of: company, in: transaction)
        let standings = try BudgetStandings(of: policies, company: company, in: transaction)
        return policies.map(standings.summary)
    }
}

/// What is known of a company's budgets at one moment, read at once for all of them.
private struct BudgetStandings {
    private let month: CalendarMonth
    private let count: BudgetCount
    private let months: [BudgetPolicy.ID: BudgetMonth]
    private let holding: Set<BudgetPolicy.ID>

    init(of policies: [BudgetPolicy], company: Company.ID, in transaction: any Transaction) throws {
        month = try Company.budgetMonth(of: company, in: transaction)
        count = try BudgetCount(of: policies, in: month, company: company, transaction)
        months = try BudgetMonth.all(policies, of: company, month, counted: count, in: transaction)
        holding = try BudgetPolicy.holding(of: company, month, in: transaction)
    }

    func summary(of policy: BudgetPolicy) -> BudgetSummary {
        let row = months[policy.id] ?? BudgetMonth(policyID: policy.id, periodStart: month.start, capNano: 0)
        let isHolding = holding.contains(policy.id)
        let alert: BudgetAlert =
            isHolding || policy.hardCapUsd <= .zero || row.hasReached(percent: 100)
            ? .exceeded : row.hasReached(percent: policy.warningThresholdPct) ? .warning : .ok
        let share = Int128(policy.hardCapUsd.nanoDollars) * Int128(policy.warningThresholdPct) / 100
        return BudgetSummary(
            policy: policy, month: month, spent: row.spent, reserved: row.reserved, remaining: row.remaining,
            ledgers: count.ledgers(of: policy), warningSpend: Money(nanoDollars: Int64(clamping: share)), alert: alert,
            isHolding: isHolding)
    }
}
