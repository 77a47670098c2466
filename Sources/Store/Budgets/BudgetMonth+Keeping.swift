package import Domain

extension BudgetMonth {
    /// How a budget stands in a month.
    ///
    /// From the first reservation on it is a row that every charge brings up to date; before, it follows from the ledger.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ policy: BudgetPolicy, _ month: CalendarMonth, in transaction: any Transaction
    ) throws -> BudgetMonth {
        if let known = try known(policy, month, in: transaction) { return known }
        let count = try BudgetCount(of: [policy], in: month, company: policy.companyID, transaction)
        return try beginning([policy], month, count, in: transaction).first ?? empty(policy, month)
    }

    /// How several budgets of a company stand, with as many statements for many as for one.
    ///
    /// - Parameter count: What was counted for them, where it was.
    static func all(
        _ policies: [BudgetPolicy], of company: Company.ID, _ month: CalendarMonth, counted count: BudgetCount? = nil,
        in transaction: any Transaction
    ) throws -> [BudgetPolicy.ID: BudgetMonth] {
        guard !policies.isEmpty else { return [:] }
        let known = try transaction.select(
            BudgetMonth.self, "WHERE period_start = \(month.start) AND policy_id IN \(list: policies.map(\.id))")
        let kept = Set(known.map(\.policyID))
        let others = policies.filter { !kept.contains($0.id) }
        guard !others.isEmpty else { return Dictionary(known.map { ($0.policyID, $0) }) { first, _ in first } }
        let count = try count ?? BudgetCount(of: others, in: month, company: company, transaction)
        let made = try beginning(others, month, count, in: transaction)
        return Dictionary((known + made).map { ($0.policyID, $0) }) { first, _ in first }
    }

    private static func empty(_ policy: BudgetPolicy, _ month: CalendarMonth) -> BudgetMonth {
        BudgetMonth(policyID: policy.id, periodStart: month.start, capNano: policy.hardCapUsd.nanoDollars)
    }

    /// The same where something was reserved in that month.
    package static func known(
        _ policy: BudgetPolicy, _ month: CalendarMonth, in transaction: any Transaction
    ) throws -> BudgetMonth? {
        try transaction.select(BudgetMonth.self, "WHERE policy_id = \(policy.id) AND period_start = \(month.start)").first
    }

    /// Makes the rows of these budgets that are not there yet.
    static func open(_ policies: [BudgetPolicy], _ month: CalendarMonth, in transaction: any Transaction) throws {
        let known: [BudgetPolicy.ID] = try transaction.values(
            "SELECT policy_id FROM budget_periods WHERE period_start = \(month.start) AND policy_id IN \(list: policies.map(\.id))"
        )
        for policy in policies where !known.contains(policy.id) {
            try transaction.insert(of(policy, month, in: transaction))
        }
    }

    /// The months of budgets that have no rows yet: what the ledger says is billed, and what runs that go on have to pay so far;
    /// what was taken from an earlier month is not in it.
    private static func beginning(
        _ policies: [BudgetPolicy], _ month: CalendarMonth, _ count: BudgetCount, in transaction: any Transaction
    ) throws -> [BudgetMonth] {
        // Months of other time zones begin up to a day apart: the same month, after the company has moved, is no earlier one.
        let earlier = month.start + .seconds(-2 * 86_400)
        let sums = try transaction.rows(
            """
            SELECT b.policy_id, sum(b.settled_nano) FROM budget_reservations b JOIN runs r ON r.id = b.run_id
            WHERE b.policy_id IN \(list: policies.map(\.id)) AND b.period_start < \(earlier)
              AND (r.status = 'running' OR r.ended_at >= \(month.start))
            GROUP BY b.policy_id
            """
        ) { row in (try BudgetPolicy.ID(column: row.value(at: 0)), try Int64(column: row.value(at: 1))) }
        let taken = Dictionary(sums) { first, _ in first }
        return policies.map { policy in
            var row = empty(policy, month)
            row.spentNano = max(0, count.ledgers(of: policy).billed.nanoDollars - (taken[policy.id] ?? 0))
            return row
        }
    }
}
