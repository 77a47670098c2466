package import Domain

extension BudgetLedgerEntry {
    /// What was booked in a company, the newest first.
    ///
    /// - Parameters:
    ///   - scope: For what it was booked; each run is booked once for the company and once for its employee.
    ///   - reference: For which employee, routine or profile.
    package static func list(
        of company: Company.ID, scope: BudgetScope = .company, reference: String? = nil, after place: ListPlace? = nil,
        limit: Int, in transaction: any Transaction
    ) throws -> [BudgetLedgerEntry] {
        let whose: SQL = reference.map { "AND scope_ref_id = \($0)" } ?? ""
        return try transaction.select(
            "WHERE company_id = \(company) AND scope_kind = \(scope)" + whose + (place?.isBehindMade ?? "")
                + "ORDER BY created_at DESC, id DESC LIMIT \(limit)")
    }

    /// What a company has spent in a month, by the kind of the provider, the most first.
    package static func spending(
        of company: Company.ID, in month: CalendarMonth, _ transaction: any Transaction
    ) throws -> [(provider: String, amount: Money)] {
        let rows = try transaction.rows(
            """
            SELECT provider, amount_usd FROM budget_ledger_entries
            WHERE company_id = \(company) AND scope_kind = \(BudgetScope.company)
              AND occurred_at >= \(month.start) AND occurred_at < \(month.end)
            """
        ) { row in (try String(column: row.value(at: 0)), try Money(column: row.value(at: 1))) }
        let sums = rows.reduce(into: [String: Money]()) { sums, row in
            let sum = sums[row.0] ?? .zero
            sums[row.0] = (try? sum + row.1) ?? sum  // nobody has spent that much
        }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
