/// Spending crossed the share of a budget at which to warn.
package struct BudgetWarning: EventPayload {
    package static let type = EventType.budgetWarning

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let currentSpendUsd: Money
    package let hardCapUsd: Money
    package let warningThresholdPct: Int

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, currentSpendUsd: Money, hardCapUsd: Money,
        warningThresholdPct: Int
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.currentSpendUsd = currentSpendUsd
        self.hardCapUsd = hardCapUsd
        self.warningThresholdPct = warningThresholdPct
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case currentSpendUsd = "current_spend_usd"
        case hardCapUsd = "hard_cap_usd"
        case warningThresholdPct = "warning_threshold_pct"
    }
}

/// Spending reached a budget's cap.
package struct BudgetExceeded: EventPayload {
    package static let type = EventType.budgetExceeded

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let currentSpendUsd: Money
    package let hardCapUsd: Money

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, currentSpendUsd: Money, hardCapUsd: Money
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.currentSpendUsd = currentSpendUsd
        self.hardCapUsd = hardCapUsd
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case currentSpendUsd = "current_spend_usd"
        case hardCapUsd = "hard_cap_usd"
    }
}

/// Spending reached the amount above which a human is asked.
package struct BudgetApprovalRequested: EventPayload {
    package static let type = EventType.budgetApprovalRequested

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let approvalItemID: ApprovalItem.ID
    package let currentSpendUsd: Money
    package let requireApprovalAboveUsd: Money

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, approvalItemID: ApprovalItem.ID,
        currentSpendUsd: Money, requireApprovalAboveUsd: Money
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.approvalItemID = approvalItemID
        self.currentSpendUsd = currentSpendUsd
        self.requireApprovalAboveUsd = requireApprovalAboveUsd
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case approvalItemID = "approval_item_id"
        case currentSpendUsd = "current_spend_usd"
        case requireApprovalAboveUsd = "require_approval_above_usd"
    }
}

/// A budget that is used up paused its company.
package struct BudgetCompanyPaused: EventPayload {
    package static let type = EventType.budgetCompanyPaused

    package let budgetPolicyID: BudgetPolicy.ID
    package let scopeKind: BudgetScope
    package let scopeRefID: String
    package let currentSpendUsd: Money
    package let hardCapUsd: Money
    package let reason: String

    package init(
        budgetPolicyID: BudgetPolicy.ID, scopeKind: BudgetScope, scopeRefID: String, currentSpendUsd: Money, hardCapUsd: Money,
        reason: String
    ) {
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.currentSpendUsd = currentSpendUsd
        self.hardCapUsd = hardCapUsd
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case currentSpendUsd = "current_spend_usd"
        case hardCapUsd = "hard_cap_usd"
        case reason
    }
}
