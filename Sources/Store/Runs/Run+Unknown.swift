import Domain

extension Run {
    /// What the run has used as far as it is stored, and where something was set aside for a call, the most that the call can have
    /// cost: all of that.
    ///
    /// It errs upwards, whether or not words had come: what a model thinks, reads and asks of tools is paid for too, and is seen
    /// nowhere. Without a budget nobody knows what the call would have come to. What was set aside would have been billed: nothing is
    /// for a call that nobody sends a bill for.
    ///
    /// - Throws: ``StoreError``.
    func totalsWithCall(in transaction: any Transaction) throws -> RunTotals {
        var totals = totals
        guard let reserved = try reserved(in: transaction) else { return totals }
        totals.cost = (try? totals.cost + reserved) ?? totals.cost
        totals.costKind = .billed
        return totals
    }

    /// The same at the end of the whole server, which takes the call with it that was under way: what it was asked counts as read,
    /// and where nothing was set aside for it, what it cost is unknown.
    ///
    /// No call announces itself by a write of its own. Whoever had a run had a call too, but for the moment before it is sent; of
    /// what was answered nobody can tell anything any more. Only where a budget was there and nothing was set aside is it certain
    /// that none was sent: it was still to be paid for. What costs nothing is not set aside for, and counts as a call.
    ///
    /// - Throws: ``StoreError``.
    func totalsWithLostCall(of work: WakeupRequest, in transaction: any Transaction) throws -> RunTotals {
        var totals = try totalsWithCall(in: transaction)
        let isPriced = totals.cost > costUsd
        let provider = try work.providerID.flatMap { try transaction.find(Provider.self, $0) }.flatMap {
            $0.kind.rawValue == self.provider ? $0 : nil
        }
        let kind = isPriced ? .billed : provider?.costKind(of: model, isPriceKnown: false) ?? .unknown
        if kind == .unknown, streamingSince == nil, try hadToBePaidFor(in: transaction) { return totals }
        let last: Int? = try transaction.value(
            "SELECT prompt_tokens FROM run_steps WHERE run_id = \(id) ORDER BY step DESC LIMIT 1")
        let told = context.map { Self.plausible($0.value.used) + Self.plausible($0.value.tools) }
        let read = max(Self.plausible(last ?? 0), told ?? 0, 1)
        totals.promptTokens = max(totals.promptTokens, totals.promptTokens &+ read)
        totals.costKind = kind
        if kind == .unknown { totals.isPriceKnown = false }
        return totals
    }

    /// The same of a run that no work goes with, as a call for vectors: it was sent as soon as its row was there, and what it was
    /// asked stands in that.
    ///
    /// - Throws: ``StoreError``.
    func totalsWithoutWork(in transaction: any Transaction) throws -> RunTotals {
        var totals = try totalsWithCall(in: transaction)
        guard wakeupID == nil, promptTokens > 0, costKind != .notional, totals.cost == costUsd else { return totals }
        totals.costKind = .unknown
        totals.isPriceKnown = false
        return totals
    }

    /// What is set aside for the run's call; `nil` where nothing is.
    private func reserved(in transaction: any Transaction) throws -> Money? {
        let nano: Int64? = try transaction.value(
            "SELECT max(amount_nano) FROM budget_reservations WHERE run_id = \(id) AND state = \(ReservationState.held)")
        return nano.map(Money.init(nanoDollars:))
    }

    /// Whether no call of the run can have been made that nothing was set aside for: it counts for a budget that was there before.
    private func hadToBePaidFor(in transaction: any Transaction) throws -> Bool {
        try BudgetPolicy.applying(to: self, in: transaction).contains { $0.enabled && $0.createdAt <= startedAt }
    }

    /// A number of tokens that a call may have had; the row may hold any.
    private static func plausible(_ tokens: Int) -> Int { min(max(0, tokens), 1 << 40) }
}
