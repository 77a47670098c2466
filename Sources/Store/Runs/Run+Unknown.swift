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
        totals.cost = (try? totals.cost + reserved(in: transaction)) ?? totals.cost
        return totals
    }

    /// The same at the end of the whole server, which takes the call with it that was under way: what it was asked counts as read,
    /// and where nothing was set aside for it, what it cost is unknown.
    ///
    /// No call announces itself by a write of its own. Whoever had a run had a call too, but for the moment before it is sent; of
    /// what was answered nobody can tell anything any more.
    ///
    /// - Throws: ``StoreError``.
    func totalsWithLostCall(of work: WakeupRequest, in transaction: any Transaction) throws -> RunTotals {
        var totals = try totalsWithCall(in: transaction)
        let last: Int? = try transaction.value(
            "SELECT prompt_tokens FROM run_steps WHERE run_id = \(id) ORDER BY step DESC LIMIT 1")
        let read = max(last ?? 0, context.map { $0.value.used + $0.value.tools } ?? 0, 1)
        totals.promptTokens = max(totals.promptTokens, totals.promptTokens &+ read)
        let isPriced = totals.cost > costUsd
        let provider = try work.providerID.flatMap { try transaction.find(Provider.self, $0) }.flatMap {
            $0.kind.rawValue == self.provider ? $0 : nil
        }
        let kind = provider?.costKind(of: model, isPriceKnown: isPriced) ?? (isPriced ? costKind : .unknown)
        totals.costKind = kind
        if kind == .unknown { totals.isPriceKnown = false }
        return totals
    }

    private func reserved(in transaction: any Transaction) throws -> Money {
        let nano: Int64? = try transaction.value(
            "SELECT max(amount_nano) FROM budget_reservations WHERE run_id = \(id) AND state = \(ReservationState.held)")
        return Money(nanoDollars: nano ?? 0)
    }
}
