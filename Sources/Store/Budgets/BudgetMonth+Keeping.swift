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
        try known(policy, month, in: transaction)
            ?? BudgetMonth(
                policyID: policy.id, periodStart: month.start, capNano: policy.hardCapUsd.nanoDollars,
                spentNano: spent(under: policy, month, in: transaction))
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

    /// What the ledger says is billed, and what runs that go on have to pay so far; what was taken from an earlier month is not
    /// in it.
    private static func spent(
        under policy: BudgetPolicy, _ month: CalendarMonth, in transaction: any Transaction
    ) throws -> Int64 {
        // Months of other time zones begin up to a day apart: the same month, after the company has moved, is no earlier one.
        let earlier = month.start + .seconds(-2 * 86_400)
        let taken: Int64? = try transaction.value(
            """
            SELECT sum(b.settled_nano) FROM budget_reservations b JOIN runs r ON r.id = b.run_id
            WHERE b.policy_id = \(policy.id) AND b.period_start < \(earlier)
              AND (r.status = 'running' OR r.ended_at >= \(month.start))
            """)
        return max(0, try policy.ledgers(in: month, transaction).billed.nanoDollars - (taken ?? 0))
    }
}
