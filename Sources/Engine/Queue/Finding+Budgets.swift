import Domain
import Store

extension Finding {
    /// That a budget is used up, until when, and who can change that.
    static func budget(_ policy: BudgetPolicy, in transaction: any Transaction) throws -> Finding {
        let month = try Company.budgetMonth(of: policy.companyID, in: transaction)
        let row = try BudgetMonth.of(policy, month, in: transaction)
        let whose = try policy.scopeName(in: transaction)
        let slug = try transaction.find(Company.self, policy.companyID)?.slug ?? policy.companyID.rawValue
        let message =
            policy.hardCapUsd > .zero
            ? "The budget of \(whose) is used up: $\(row.spent) of $\(policy.hardCapUsd) are spent this month, and the next model "
                + "call may cost \(try policy.refused(in: transaction).map { "up to $\($0)" } ?? "more than what is left")."
            : "The budget of \(whose) allows no model call at all."
        return Finding(
            .budget, message, ref: policy.id.rawValue, until: policy.hardCapUsd > .zero ? month.end : nil,
            action: .init(
                "Raise the budget", "PATCH", "/api/companies/\(policy.companyID)/budgets/\(policy.id)",
                command: "teamx budget set DOLLARS --budget \(policy.id) --company \(slug)"))
    }
}
