import Domain

extension BudgetLedgerEntry {
    /// Charges a run once to the company, once to the employee, and once to the routine and the runtime profile that it was
    /// for, if it was for any.
    ///
    /// - Parameters:
    ///   - ledgers: What it cost.
    ///   - policies: The budgets that the run counts for.
    static func enter(_ ledgers: CostLedgers, of run: Run, under policies: [BudgetPolicy], in transaction: any Transaction) throws
    {
        guard let company = run.companyID else { return }
        let (routine, profile) = try run.others(in: transaction)
        let scopes: [(BudgetScope, String?)] = [
            (.company, company.rawValue), (.employee, run.employeeID.rawValue), (.routine, routine), (.runtimeProfile, profile),
        ]
        for (scope, reference) in scopes {
            guard let reference else { continue }
            let policy = policies.first { $0.scopeKind == scope && $0.scopeRefID == reference && $0.enabled }
            try transaction.insert(
                BudgetLedgerEntry(
                    id: transaction.makeID(), companyID: company, budgetPolicyID: policy?.id, scopeKind: scope,
                    scopeRefID: reference, runID: run.id, runKind: run.kind, threadID: run.threadID, employeeID: run.employeeID,
                    runtimeProfileID: profile.map { RuntimeProfile.ID($0) }, routineID: routine.map { Routine.ID($0) },
                    provider: run.provider, model: run.model, ledgers: ledgers, occurredAt: transaction.now,
                    createdAt: transaction.now))
        }
    }

    /// Corrects what a run is booked with, of which more was learned.
    static func restate(_ ledgers: CostLedgers, of run: Run.ID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE budget_ledger_entries SET amount_usd = \(ledgers.billed), billed_calls = \(ledgers.billedCalls),
              notional_usd = \(ledgers.notional), notional_calls = \(ledgers.notionalCalls),
              unknown_calls = \(ledgers.unknownCalls) WHERE run_id = \(run)
            """)
    }
}

extension Run {
    /// The routine that the run was for, and the runtime profile that its employee has.
    fileprivate func others(in transaction: any Transaction) throws -> (routine: String?, profile: String?) {
        try transaction.rows(
            """
            SELECT \(Routine.id(of: wakeupID)),
              (SELECT runtime_profile_id FROM employee_runtime_bindings WHERE employee_id = \(employeeID))
            """
        ) { row in (try String?(column: row.value(at: 0)), try String?(column: row.value(at: 1))) }.first ?? (nil, nil)
    }
}
