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
        let booked = try transaction.rows(
            """
            SELECT run_id, provider, amount_usd FROM budget_ledger_entries
            WHERE company_id = \(company) AND scope_kind = \(BudgetScope.company)
              AND occurred_at >= \(month.start) AND occurred_at < \(month.end)
            """
        ) { row in
            (try Run.ID(column: row.value(at: 0)), try String(column: row.value(at: 1)), try Money(column: row.value(at: 2)))
        }
        // A run that moved on to another provider is booked under the last one; its steps know who took each.
        let moved = try transaction.rows(
            """
            SELECT s.run_id, s.provider, s.cost_usd FROM run_steps s
            WHERE s.run_id IN (SELECT a.run_id FROM run_attempts a JOIN runs r ON r.id = a.run_id WHERE r.company_id = \(company))
            """
        ) { row in
            (try Run.ID(column: row.value(at: 0)), try String(column: row.value(at: 1)), try Money(column: row.value(at: 2)))
        }
        let steps = Dictionary(grouping: moved, by: \.0)
        var sums: [String: Money] = [:]
        func add(_ amount: Money, to provider: String) {
            let sum = sums[provider] ?? .zero
            sums[provider] = (try? sum + amount) ?? sum  // nobody has spent that much
        }
        for (run, provider, amount) in booked {
            var rest = amount
            for (_, provider, cost) in steps[run] ?? [] {
                add(cost, to: provider)
                rest = (try? rest - cost) ?? rest
            }
            if rest != .zero || steps[run] == nil { add(rest, to: provider) }
        }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
