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
        let month = try Company.budgetMonth(of: policy.companyID, in: transaction)
        let row = try BudgetMonth.of(policy, month, in: transaction)
        let isHolding = try policy.isHolding(in: transaction)
        let alert: BudgetAlert =
            isHolding || policy.hardCapUsd <= .zero || row.hasReached(percent: 100)
            ? .exceeded : row.hasReached(percent: policy.warningThresholdPct) ? .warning : .ok
        let share = Int128(policy.hardCapUsd.nanoDollars) * Int128(policy.warningThresholdPct) / 100
        return try BudgetSummary(
            policy: policy, month: month, spent: row.spent, reserved: row.reserved, remaining: row.remaining,
            ledgers: policy.ledgers(in: month, transaction), warningSpend: Money(nanoDollars: Int64(clamping: share)),
            alert: alert, isHolding: isHolding)
    }

    /// How all of the company's budgets stand.
    package static func all(of company: Company.ID, in transaction: any Transaction) throws -> [BudgetSummary] {
        try BudgetPolicy.list(of: company, in: transaction).map { try of($0, in: transaction) }
    }
}
