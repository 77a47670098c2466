import Domain

extension BudgetLedgerEntry {
    /// Charges a run once to the company and once to the employee.
    static func enter(_ cost: Money, of run: Run, in transaction: any Transaction) throws {
        guard let company = run.companyID else { return }
        for (scope, reference) in [(BudgetScope.company, company.rawValue), (.employee, run.employeeID.rawValue)] {
            try transaction.insert(
                BudgetLedgerEntry(
                    id: transaction.makeID(), companyID: company, scopeKind: scope, scopeRefID: reference, runID: run.id,
                    runKind: run.kind, threadID: run.threadID, employeeID: run.employeeID, provider: run.provider,
                    model: run.model,
                    amountUsd: cost, occurredAt: transaction.now, createdAt: transaction.now))
        }
    }
}
