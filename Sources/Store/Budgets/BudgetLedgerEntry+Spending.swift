package import Domain

extension BudgetLedgerEntry {
    /// What a company's calls have cost in a month, by who took them, in the three ledgers; what is billed most comes first.
    ///
    /// - Throws: ``StoreError``.
    package static func spending(
        of company: Company.ID, in month: CalendarMonth, _ transaction: any Transaction
    ) throws -> [(provider: Run.ProviderName, ledgers: CostLedgers)] {
        // A run that moved on to another provider is booked under the last one; its steps know who took each.
        let hasSteps: SQL = """
            company_id = \(company) AND (status = \(RunStatus.running) OR id IN (
              SELECT l.run_id FROM budget_ledger_entries l JOIN run_attempts a ON a.run_id = l.run_id
              WHERE l.company_id = \(company) AND l.scope_kind = \(BudgetScope.company)
                AND l.occurred_at >= \(month.start) AND l.occurred_at < \(month.end)))
            """
        let runs = try transaction.select(Run.self, "WHERE" + hasSteps)
        var sums = try Run.byProvider(runs, where: hasSteps, in: transaction)
        for (provider, ledgers) in try stayed(company, month, transaction) {
            sums[provider, default: CostLedgers()].add(ledgers)
        }
        return sums.filter { $0.value != CostLedgers() }.map { ($0.key, $0.value) }.sorted {
            ($1.ledgers.billed, $1.ledgers.notional, $0.provider.text) < (
                $0.ledgers.billed, $0.ledgers.notional, $1.provider.text
            )
        }
    }

    /// What is booked of runs that one provider has answered from beginning to end.
    private static func stayed(
        _ company: Company.ID, _ month: CalendarMonth, _ transaction: any Transaction
    ) throws -> [(Run.ProviderName, CostLedgers)] {
        try transaction.rows(
            """
            SELECT r.provider_id, l.provider, l.amount_usd, l.billed_calls, l.notional_usd, l.notional_calls, l.unknown_calls
            FROM budget_ledger_entries l JOIN runs r ON r.id = l.run_id
            WHERE l.company_id = \(company) AND l.scope_kind = \(BudgetScope.company)
              AND l.occurred_at >= \(month.start) AND l.occurred_at < \(month.end)
              AND NOT EXISTS (SELECT 1 FROM run_attempts a WHERE a.run_id = l.run_id)
            """
        ) { row in
            var ledgers = CostLedgers()
            ledgers.billed = try Money(column: row.value(at: 2))
            ledgers.billedCalls = try Int(column: row.value(at: 3))
            ledgers.notional = try Money(column: row.value(at: 4))
            ledgers.notionalCalls = try Int(column: row.value(at: 5))
            ledgers.unknownCalls = try Int(column: row.value(at: 6))
            let id = try String?(column: row.value(at: 0)).map { Provider.ID($0) }
            return (Run.ProviderName(id: id, kind: try String(column: row.value(at: 1))), ledgers)
        }
    }
}

extension Run.ProviderName {
    fileprivate var text: String { id?.rawValue ?? kind }
}
