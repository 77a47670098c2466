package import Domain

extension BudgetPolicy {
    /// The company's budgets, its own first.
    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [BudgetPolicy] {
        try transaction.select(
            "WHERE company_id = \(company) ORDER BY scope_kind <> \(BudgetScope.company), created_at, id")
    }

    /// Whether something waits for it: all that it stops, or the pieces of work that count for it.
    package func isHolding(in transaction: any Transaction) throws -> Bool {
        let stops = try transaction.exists(
            """
            SELECT 1 FROM work_holds WHERE company_id = \(companyID) AND reason = \(HoldReason.budget)
              AND ref_id = \(id.rawValue)
            """)
        return try stops || keepsWork(in: transaction)
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
