import Domain

extension BudgetPolicy {
    /// What stands in the three ledgers of whom the budget is for, in a month; runs that go on are in it.
    ///
    /// Only what is billed counts for the budget, the others are shown beside it.
    ///
    /// - Throws: ``StoreError``.
    func ledgers(in month: CalendarMonth, _ transaction: any Transaction) throws -> CostLedgers {
        var ledgers = try BudgetLedgerEntry.booked(
            of: companyID, scope: scopeKind, reference: scopeRefID, from: month.start, until: month.end, in: transaction)
        let counts = { (run: Run) in try BudgetPolicy.applying(to: run, in: transaction).contains { $0.id == id } }
        ledgers.add(try Run.underWay(of: companyID, where: counts, in: transaction))
        return ledgers
    }
}
