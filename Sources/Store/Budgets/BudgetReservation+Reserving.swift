package import Domain

extension BudgetReservation {
    /// What comes of the wish to reserve.
    package enum Outcome: Hashable, Sendable {
        /// It is reserved, or there is nothing to reserve it from.
        case granted
        /// There is room but for calls that are under way; when they end there may be.
        case busy
        /// There is less left than the call may cost.
        case refused(BudgetShortage)
    }

    /// Sets aside what a run's next model call may cost at most, from all budgets that it counts for or from none.
    ///
    /// - Parameters:
    ///   - amount: What may be billed; nothing for a call that nobody sends a bill for.
    ///   - step: The place of the call within the run.
    ///   - policies: What ``BudgetPolicy/applying(to:in:)-(Run,_)`` gives.
    /// - Throws: ``StoreError``.
    package static func reserve(
        _ amount: Money, for run: Run, step: Int, from policies: [BudgetPolicy], in transaction: any Transaction
    ) throws -> Outcome {
        let policies = policies.filter(\.enabled)
        guard let company = policies.first?.companyID else { return .granted }
        if let closed = policies.first(where: { $0.hardCapUsd <= .zero }) {
            return .refused(try closed.shortage(of: amount, left: .zero, in: transaction))
        }
        guard amount > .zero else { return .granted }
        let month = try Company.budgetMonth(of: company, in: transaction)
        try BudgetMonth.open(policies, month, in: transaction)
        do {
            try transaction.attempt { try take(amount, for: run, step: step, from: policies, month, in: transaction) }
            return .granted
        } catch is Full {
            return try outcome(amount, policies, month, in: transaction)
        }
    }

    /// Changes what is set aside for a call that another provider is asked instead, where that one may cost more, or sends no
    /// bill.
    ///
    /// For one that sends no bill nothing is set aside, and what was is free for others.
    ///
    /// - Returns: Whether it could be; if not, all stays as it was.
    /// - Throws: ``StoreError``.
    package static func renew(
        _ amount: Money, for run: Run, step: Int, from policies: [BudgetPolicy], in transaction: any Transaction
    ) throws -> Bool {
        let held = try transaction.select(
            BudgetReservation.self, "WHERE run_id = \(run.id) AND state = \(ReservationState.held)")
        let isEnough =
            amount > .zero
            && policies.filter(\.enabled).allSatisfy { policy in
                held.contains { $0.policyID == policy.id && $0.amountNano >= amount.nanoDollars }
            }
        if isEnough { return true }
        do {
            try transaction.attempt {
                try settle(.zero, of: run, from: policies, in: transaction)
                guard try reserve(amount, for: run, step: step, from: policies, in: transaction) == .granted else { throw Full() }
            }
            return true
        } catch is Full {
            return false
        }
    }

    private struct Full: Error {}

    /// The one statement that reserves: it changes every row or the whole is taken back.
    private static func take(
        _ amount: Money, for run: Run, step: Int, from policies: [BudgetPolicy], _ month: CalendarMonth,
        in transaction: any Transaction
    ) throws {
        let changed = try transaction.execute(
            """
            UPDATE budget_periods SET reserved_nano = reserved_nano + \(amount.nanoDollars)
            WHERE period_start = \(month.start) AND policy_id IN \(list: policies.map(\.id))
              AND spent_nano + reserved_nano + \(amount.nanoDollars) <= cap_nano
            """)
        guard changed == policies.count else { throw Full() }
        for policy in policies {
            try transaction.insert(
                BudgetReservation(
                    id: transaction.makeID(), policyID: policy.id, companyID: policy.companyID, runID: run.id, step: step,
                    periodStart: month.start, amountNano: amount.nanoDollars, createdAt: transaction.now))
        }
    }

    private static func outcome(
        _ amount: Money, _ policies: [BudgetPolicy], _ month: CalendarMonth, in transaction: any Transaction
    ) throws -> Outcome {
        for policy in policies {
            let stand = try BudgetMonth.of(policy, month, in: transaction)
            guard stand.isTooSmall(for: amount) else { continue }
            let left = Money(nanoDollars: max(0, stand.capNano - stand.spentNano))
            return .refused(try policy.shortage(of: amount, left: left, in: transaction))
        }
        return .busy
    }
}

extension BudgetPolicy {
    fileprivate func shortage(of amount: Money, left: Money, in transaction: any Transaction) throws -> BudgetShortage {
        let whose = try scopeName(in: transaction)
        let summary =
            hardCapUsd <= .zero
            ? "The budget of \(whose) allows no model call at all."
            : "The next model call may cost up to $\(amount), and the budget of \(whose) has $\(left) of "
                + "$\(hardCapUsd) left for this month."
        return BudgetShortage(policy: id, wanted: amount, summary: summary)
    }
}
