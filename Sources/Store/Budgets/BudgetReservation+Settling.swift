import Domain

extension BudgetReservation {
    /// Books what a run has to pay besides what was booked before, and ends what was set aside for that.
    ///
    /// Notional and unknown costs are no matter of budgets: for them it is nothing.
    ///
    /// What nothing was set aside for, because the budget is newer than the call or the claim was lost, is spent all the same.
    ///
    /// - Parameters:
    ///   - cost: What is billed.
    ///   - policies: What ``BudgetPolicy/applying(to:in:)-(Run,_)`` gives.
    /// - Throws: ``StoreError``.
    static func settle(
        _ cost: Money, of run: Run, from policies: [BudgetPolicy], in transaction: any Transaction
    ) throws {
        guard let company = policies.first?.companyID else { return }
        let held = try transaction.select(
            BudgetReservation.self, "WHERE run_id = \(run.id) AND state = \(ReservationState.held)")
        guard cost > .zero || !held.isEmpty else { return }
        let month = try Company.budgetMonth(of: company, in: transaction)
        for policy in policies {
            let reservation = held.first { $0.policyID == policy.id }
            try reservation?.end(cost, in: transaction)
            let start = reservation?.periodStart ?? month.start
            let changed = try transaction.execute(
                """
                UPDATE budget_periods SET spent_nano = spent_nano + \(cost.nanoDollars),
                  reserved_nano = reserved_nano - \(reservation?.amountNano ?? 0)
                WHERE policy_id = \(policy.id) AND period_start = \(start)
                """)
            if changed == 1, cost > .zero { try policy.noteSpending(since: start, in: transaction) }
        }
        // Of budgets that no longer count for the run, because an employee has another profile now.
        for reservation in held where !policies.contains(where: { $0.id == reservation.policyID }) {
            try reservation.end(cost, in: transaction)
            try transaction.execute(
                """
                UPDATE budget_periods SET spent_nano = spent_nano + \(cost.nanoDollars),
                  reserved_nano = reserved_nano - \(reservation.amountNano)
                WHERE policy_id = \(reservation.policyID) AND period_start = \(reservation.periodStart)
                """)
        }
    }

    private func end(_ cost: Money, in transaction: any Transaction) throws {
        let state: ReservationState = cost > .zero ? .settled : .released
        try transaction.execute(
            """
            UPDATE budget_reservations SET state = \(state), settled_nano = \(cost.nanoDollars), ended_at = \(transaction.now)
            WHERE id = \(id)
            """)
    }
}

extension BudgetPolicy {
    /// Says once in a month that spending has come to the share at which to warn, and once that it has come to the cap.
    fileprivate func noteSpending(since start: Timestamp, in transaction: any Transaction) throws {
        guard enabled else { return }
        let row = try transaction.select(BudgetMonth.self, "WHERE policy_id = \(id) AND period_start = \(start)").first
        guard let row else { return }
        if row.warnedAt == nil, row.hasReached(percent: warningThresholdPct) {
            try mark("warned_at", start, in: transaction)
            try transaction.record(
                BudgetWarning(
                    budgetPolicyID: id, scopeKind: scopeKind, scopeRefID: scopeRefID, currentSpendUsd: row.spent,
                    hardCapUsd: hardCapUsd, warningThresholdPct: warningThresholdPct), company: companyID, by: .orchestrator)
        }
        if row.exceededAt == nil, row.hasReached(percent: 100) { try noteExceeded(row, in: transaction) }
    }

    func noteExceeded(_ row: BudgetMonth, in transaction: any Transaction) throws {
        try mark("exceeded_at", row.periodStart, in: transaction)
        try transaction.record(
            BudgetExceeded(
                budgetPolicyID: id, scopeKind: scopeKind, scopeRefID: scopeRefID, currentSpendUsd: row.spent,
                hardCapUsd: hardCapUsd), company: companyID, by: .orchestrator)
    }

    private func mark(_ column: SQL, _ start: Timestamp, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE budget_periods SET \(column) = \(transaction.now) WHERE policy_id = \(id) AND period_start = \(start)")
    }
}

extension BudgetReservation {
    /// The same for a run that goes on, at the end of a model call.
    static func settle(_ step: RunStep, for work: WakeupRequest, in transaction: any Transaction) throws {
        let policies = try BudgetPolicy.applying(to: work, in: transaction)
        guard !policies.isEmpty, let run = try transaction.find(Run.self, step.runID) else { return }
        try settle(step.costUsd.billed(step.costKind), of: run, from: policies, in: transaction)
    }
}

extension Money {
    /// What of it is billed, where it stands in that ledger.
    func billed(_ kind: CostKind) -> Money { kind == .billed ? self : .zero }
}
