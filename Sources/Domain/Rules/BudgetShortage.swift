/// That a model call may cost more than a budget has left.
package struct BudgetShortage: Hashable, Sendable {
    package let policy: BudgetPolicy.ID
    /// The most that the call may cost.
    package let wanted: Money
    /// What the matter is, for people.
    package let summary: String

    package init(policy: BudgetPolicy.ID, wanted: Money, summary: String) {
        self.policy = policy
        self.wanted = wanted
        self.summary = summary
    }

    package var blocker: Blocker { Blocker(kind: .budget, refID: policy.rawValue, summary: summary) }
}
