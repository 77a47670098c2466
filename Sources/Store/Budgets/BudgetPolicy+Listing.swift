package import Domain

extension BudgetPolicy {
    /// The company's budgets, its own first.
    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [BudgetPolicy] {
        try transaction.select(
            "WHERE company_id = \(company) ORDER BY scope_kind <> \(BudgetScope.company), created_at, id")
    }

    /// Those of the company's budgets for which something waits.
    static func holding(
        of company: Company.ID, _ month: CalendarMonth, in transaction: any Transaction
    ) throws -> Set<BudgetPolicy.ID> {
        Set(try transaction.values("SELECT p.id FROM budget_policies p WHERE" + isHolding(of: company, month)))
    }

    /// Of a budget `p`: that it holds somebody, or that pieces of work wait for it which count for it by themselves.
    static func isHolding(of company: Company.ID, _ month: CalendarMonth) -> SQL {
        """
        p.company_id = \(company) AND p.enabled = 1 AND (
          EXISTS (
            SELECT 1 FROM work_holds h WHERE h.company_id = p.company_id AND h.reason = \(HoldReason.budget) AND h.ref_id = p.id)
          OR p.scope_kind IN (\(BudgetScope.routine), \(BudgetScope.runtimeProfile)) AND EXISTS (
            SELECT 1 FROM budget_periods m WHERE m.policy_id = p.id AND m.period_start = \(month.start)
              AND m.exceeded_at IS NOT NULL)
          AND EXISTS (
            SELECT 1 FROM agent_wakeup_requests w
            WHERE w.company_id = p.company_id AND w.status = \(WakeupStatus.pending) AND w.next_retry_at = \(month.end) AND (
              p.scope_kind = \(BudgetScope.routine) AND (w.trigger_id = p.scope_ref_id
                OR w.ticket_id IN (SELECT ticket_id FROM routine_runs WHERE routine_id = p.scope_ref_id))
              OR p.scope_kind = \(BudgetScope.runtimeProfile) AND w.agent_id IN (
                SELECT employee_id FROM employee_runtime_bindings WHERE runtime_profile_id = p.scope_ref_id))))
        """
    }

    /// The budget because of which a piece of work waits that nothing holds; `nil` when there is none.
    package static func stopping(_ work: WakeupRequest, in transaction: any Transaction) throws -> BudgetPolicy? {
        let month = try Company.budgetMonth(of: work.companyID, in: transaction)
        guard work.nextRetryAt == month.end else { return nil }
        return try applying(to: work, in: transaction).first { policy in
            try policy.enabled && BudgetMonth.of(policy, month, in: transaction).exceededAt != nil
        }
    }
}
