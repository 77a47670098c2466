package import Domain

extension BudgetPolicy {
    /// The budgets that a run counts for, those too that are switched off.
    ///
    /// Where a company has none it is one look into an index.
    ///
    /// - Throws: ``StoreError``.
    package static func applying(to run: Run, in transaction: any Transaction) throws -> [BudgetPolicy] {
        guard let company = run.companyID else { return [] }
        return try applying(to: run.employeeID, of: company, work: run.wakeupID, in: transaction)
    }

    /// The same for a piece of work that waits.
    package static func applying(to work: WakeupRequest, in transaction: any Transaction) throws -> [BudgetPolicy] {
        try applying(to: work.agentID, of: work.companyID, work: work.id, in: transaction)
    }

    private static func applying(
        to employee: Employee.ID, of company: Company.ID, work: WakeupRequest.ID?, in transaction: any Transaction
    ) throws -> [BudgetPolicy] {
        try transaction.select(
            """
            WHERE company_id = \(company) AND (
              scope_kind = \(BudgetScope.company)
              OR (scope_kind = \(BudgetScope.employee) AND scope_ref_id = \(employee))
              OR (scope_kind = \(BudgetScope.routine) AND scope_ref_id = \(Routine.id(of: work)))
              OR (scope_kind = \(BudgetScope.runtimeProfile) AND scope_ref_id = (
                SELECT runtime_profile_id FROM employee_runtime_bindings WHERE employee_id = \(employee))))
            ORDER BY id
            """)
    }
}

extension Routine {
    /// The routine that a piece of work is for: the one that filed its ticket, or that woke the employee itself.
    static func id(of work: WakeupRequest.ID?) -> SQL { id(of: "\(work)") }

    /// The same where the work is a column of the statement.
    static func id(of work: SQL) -> SQL {
        """
        (SELECT coalesce(
          (SELECT u.routine_id FROM routine_runs u WHERE u.ticket_id = w.ticket_id ORDER BY u.started_at DESC LIMIT 1),
          (SELECT r.id FROM routines r WHERE r.id = w.trigger_id AND w.cause = \(WakeupCause.routine)))
        FROM agent_wakeup_requests w WHERE w.id = \(work))
        """
    }
}
