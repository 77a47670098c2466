package import Domain

extension BudgetLedgerEntry {
    /// What providers will want to have for a company's runs that ended in a span of time.
    ///
    /// What would have cost something at list price, and what nobody knows the price of, stand in ledgers of their own.
    ///
    /// - Throws: ``StoreError``.
    package static func billed(
        to company: Company.ID, from start: Timestamp, until end: Timestamp = Timestamp(milliseconds: .max),
        in transaction: any Transaction
    ) throws -> Money {
        // Equal amounts are counted by the database.
        let groups = try transaction.rows(
            """
            SELECT l.amount_usd, count(*) FROM budget_ledger_entries l JOIN runs r ON r.id = l.run_id
            WHERE l.company_id = \(company) AND l.scope_kind = \(BudgetScope.company) AND l.scope_ref_id = \(company.rawValue)
              AND l.occurred_at >= \(start) AND l.occurred_at < \(end) AND r.cost_kind = \(CostKind.billed)
            GROUP BY l.amount_usd
            """
        ) { row in (try Money(column: row.value(at: 0)), try Int64(column: row.value(at: 1))) }
        return groups.reduce(.zero) { sum, group in
            let (product, isTooMuch) = group.0.nanoDollars.multipliedReportingOverflow(by: group.1)
            return (try? sum + Money(nanoDollars: isTooMuch ? .max : product)) ?? sum  // nobody has spent that much
        }
    }
}
