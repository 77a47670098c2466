import Domain

extension Run {
    /// What the run has used as far as it is stored, and where an answer was arriving when all was lost, the most that it can have
    /// cost: what was set aside for it.
    ///
    /// It errs upwards, and only where there is a budget; without one nobody knows what the call would have come to.
    ///
    /// - Throws: ``StoreError``.
    func totalsWithCall(in transaction: any Transaction) throws -> RunTotals {
        var totals = totals
        guard streamingSince != nil else { return totals }
        let reserved: Int64? = try transaction.value(
            "SELECT max(amount_nano) FROM budget_reservations WHERE run_id = \(id) AND state = \(ReservationState.held)")
        totals.cost = (try? totals.cost + Money(nanoDollars: reserved ?? 0)) ?? totals.cost
        return totals
    }
}
