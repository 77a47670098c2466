package import Domain

extension BudgetPolicy {
    /// What it stops when it is used up; `nil` where it is only the pieces of work that count for it.
    private var hold: WorkHold.Draft? {
        switch scopeKind {
        case .company: WorkHold.Draft(.budget, ref: id.rawValue, on: companyID)
        case _ where autoPause: WorkHold.Draft(.budget, ref: id.rawValue, on: companyID)
        case .employee: WorkHold.Draft(.budget, ref: id.rawValue, on: companyID, employee: Employee.ID(scopeRefID))
        case .routine, .runtimeProfile: nil
        }
    }

    /// What the last call may have cost that the budget had not enough left for; `nil` where it refused none that is known.
    ///
    /// - Throws: ``StoreError``.
    package func refused(in transaction: any Transaction) throws -> Money? {
        let note: String? = try transaction.value(
            """
            SELECT note FROM work_holds WHERE company_id = \(companyID) AND reason = \(HoldReason.budget) AND ref_id = \(id.rawValue)
              AND note IS NOT NULL ORDER BY placed_at DESC LIMIT 1
            """)
        return note.flatMap { try? Money($0) }  // by somebody else, in words
    }

    /// Stops what counts for a budget that has less left than a call may cost, unless it has more by now.
    ///
    /// - Returns: When work that nothing holds may be tried again.
    /// - Throws: ``StoreError``.
    static func holdUp(for shortage: BudgetShortage, in transaction: any Transaction) throws -> Timestamp? {
        guard let policy = try transaction.find(BudgetPolicy.self, shortage.policy), policy.enabled else { return nil }
        let month = try Company.budgetMonth(of: policy.companyID, in: transaction)
        let row = try BudgetMonth.of(policy, month, in: transaction)
        guard policy.hardCapUsd <= .zero || row.isTooSmall(for: shortage.wanted) else { return nil }
        try BudgetMonth.open([policy], month, in: transaction)
        if row.exceededAt == nil { try policy.noteExceeded(row, in: transaction) }
        guard var hold = policy.hold else { return month.end }
        hold.note = shortage.wanted.description
        guard try !hold.isOfLeaver(in: transaction) else { return nil }
        let isNew = try WorkHold.place(hold, by: .orchestrator, in: transaction)
        if !isNew { try WorkHold.restate(hold, in: transaction) }
        if isNew, policy.autoPause {
            try transaction.record(
                BudgetCompanyPaused(
                    budgetPolicyID: policy.id, scopeKind: policy.scopeKind, scopeRefID: policy.scopeRefID,
                    currentSpendUsd: row.spent, hardCapUsd: policy.hardCapUsd, reason: shortage.summary),
                company: policy.companyID, by: .orchestrator)
        }
        return nil
    }

    /// Lets all go on that the budget has stopped.
    ///
    /// - Throws: ``StoreError``.
    func letGo(by actor: EventActor = .orchestrator, in transaction: any Transaction) throws {
        let holds = try transaction.select(
            WorkHold.self, "WHERE company_id = \(companyID) AND reason = \(HoldReason.budget) AND ref_id = \(id.rawValue)")
        for hold in holds {
            try WorkHold.lift(
                WorkHold.Draft(.budget, ref: hold.refID, on: companyID, employee: hold.employeeID), by: actor, in: transaction)
        }
        try letGoWork(in: transaction)
        try RunCheckpoint.release(id.rawValue, of: companyID, in: transaction)
    }

    /// Lets the work go on that waits for the budget's next month.
    private func letGoWork(in transaction: any Transaction) throws {
        guard let whose = worksOwn else { return }
        try transaction.execute(
            """
            UPDATE agent_wakeup_requests SET next_retry_at = NULL
            WHERE company_id = \(companyID) AND status = \(WakeupStatus.pending) AND next_retry_at IS NOT NULL AND
            """ + whose)
    }

    /// The condition for work that counts for the budget by itself; `nil` where it is a whole company's or employee's.
    private var worksOwn: SQL? {
        switch scopeKind {
        case .company, .employee: nil
        case .routine:
            "(trigger_id = \(scopeRefID) OR ticket_id IN (SELECT ticket_id FROM routine_runs WHERE routine_id = \(scopeRefID)))"
        case .runtimeProfile:
            "agent_id IN (SELECT employee_id FROM employee_runtime_bindings WHERE runtime_profile_id = \(scopeRefID))"
        }
    }

    /// Lets go what was stopped in a month that is over, or for what there is room, and tells when the next month is.
    ///
    /// - Throws: ``StoreError``.
    package static func settleMonths(in transaction: any Transaction) throws -> Timestamp? {
        let holds = try transaction.select(WorkHold.self, "WHERE reason = \(HoldReason.budget) ORDER BY id")
        var next: Timestamp?
        for hold in holds {
            guard let id = hold.refID, let policy = try transaction.find(BudgetPolicy.self, BudgetPolicy.ID(id)) else { continue }
            let month = try Company.budgetMonth(of: policy.companyID, in: transaction)
            // A budget of nothing is used up in every month.
            if policy.hardCapUsd > .zero, try hold.placedAt < month.start || policy.hasRoom(for: hold, month, in: transaction) {
                try policy.letGo(in: transaction)
            }
            next = [next, month.end].compactMap { $0 }.min()
        }
        return next
    }

    /// Whether the call would fit that was refused when work was stopped: less counts as spent than did then.
    private func hasRoom(for hold: WorkHold, _ month: CalendarMonth, in transaction: any Transaction) throws -> Bool {
        guard let note = hold.note, let wanted = try? Money(note) else { return false }  // by somebody else, in words
        return try !BudgetMonth.of(self, month, in: transaction).isTooSmall(for: wanted)
    }
}

extension WorkHold.Draft {
    /// Whether it is about somebody who no longer works here, whom nothing holds.
    fileprivate func isOfLeaver(in transaction: any Transaction) throws -> Bool {
        try employee.map { try Employee.hasLeft($0, in: transaction) } ?? false
    }
}
