package import Domain

extension BudgetLedgerEntry {
    /// What the books have of runs that ended in a span of time, in the three ledgers.
    ///
    /// - Parameters:
    ///   - scope: Of whom; each run is booked once for the company and once for its employee.
    ///   - reference: Which employee, routine or profile; the company's own needs none.
    /// - Throws: ``StoreError``.
    package static func booked(
        of company: Company.ID, scope: BudgetScope = .company, reference: String? = nil,
        from start: Timestamp = Timestamp(milliseconds: 0), until end: Timestamp = Timestamp(milliseconds: .max),
        in transaction: any Transaction
    ) throws -> CostLedgers {
        let reference = reference ?? company.rawValue
        return try booked(
            of: company, scope: scope, references: [reference], from: start, until: end, in: transaction)[reference]
            ?? CostLedgers()
    }

    /// The same of several at once.
    static func booked(
        of company: Company.ID, scope: BudgetScope, references: [String], from start: Timestamp, until end: Timestamp,
        in transaction: any Transaction
    ) throws -> [String: CostLedgers] {
        // Equal amounts are counted by the database.
        let groups = try transaction.rows(
            """
            SELECT scope_ref_id, amount_usd, notional_usd, count(*), sum(billed_calls), sum(notional_calls), sum(unknown_calls)
            FROM budget_ledger_entries
            WHERE company_id = \(company) AND scope_kind = \(scope) AND scope_ref_id IN \(list: references)
              AND occurred_at >= \(start) AND occurred_at < \(end)
            GROUP BY scope_ref_id, amount_usd, notional_usd
            """
        ) { row in
            let count = try Int64(column: row.value(at: 3))
            var group = CostLedgers()
            group.billed = try Money(column: row.value(at: 1)).times(count)
            group.notional = try Money(column: row.value(at: 2)).times(count)
            group.billedCalls = try Int(column: row.value(at: 4))
            group.notionalCalls = try Int(column: row.value(at: 5))
            group.unknownCalls = try Int(column: row.value(at: 6))
            return (try String(column: row.value(at: 0)), group)
        }
        return groups.reduce(into: [:]) { $0[$1.0, default: CostLedgers()].add($1.1) }
    }
}

extension Money {
    /// As often as it is there; nobody has spent more than there is room for.
    fileprivate func times(_ count: Int64) -> Money {
        let (product, isTooMuch) = nanoDollars.multipliedReportingOverflow(by: count)
        return Money(nanoDollars: isTooMuch ? .max : product)
    }
}
