/// A budget was set.
package struct BudgetPolicyCreated: EventPayload {
    package static let type = EventType.budgetPolicyCreated

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let hardCapUsd: Money
    package let warningThresholdPct: Int
    package let requireApprovalAboveUsd: Money?
    package let autoPause: Bool

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, hardCapUsd: Money, warningThresholdPct: Int,
        requireApprovalAboveUsd: Money? = nil, autoPause: Bool
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.hardCapUsd = hardCapUsd
        self.warningThresholdPct = warningThresholdPct
        self.requireApprovalAboveUsd = requireApprovalAboveUsd
        self.autoPause = autoPause
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case hardCapUsd = "hard_cap_usd"
        case warningThresholdPct = "warning_threshold_pct"
        case requireApprovalAboveUsd = "require_approval_above_usd"
        case autoPause = "auto_pause"
    }
}

/// A budget was changed.
package struct BudgetPolicyUpdated: EventPayload {
    package static let type = EventType.budgetPolicyUpdated

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let hardCapUsd: Money
    package let warningThresholdPct: Int
    package let requireApprovalAboveUsd: Money?
    package let autoPause: Bool

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, hardCapUsd: Money, warningThresholdPct: Int,
        requireApprovalAboveUsd: Money? = nil, autoPause: Bool
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.hardCapUsd = hardCapUsd
        self.warningThresholdPct = warningThresholdPct
        self.requireApprovalAboveUsd = requireApprovalAboveUsd
        self.autoPause = autoPause
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case hardCapUsd = "hard_cap_usd"
        case warningThresholdPct = "warning_threshold_pct"
        case requireApprovalAboveUsd = "require_approval_above_usd"
        case autoPause = "auto_pause"
    }
}

/// A budget was lifted.
package struct BudgetPolicyDeleted: EventPayload {
    package static let type = EventType.budgetPolicyDeleted

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String

    package init(budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
    }
}
