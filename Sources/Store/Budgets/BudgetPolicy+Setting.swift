package import Domain

extension BudgetPolicy {
    /// Sets a budget.
    ///
    /// A known client key returns that budget.
    ///
    /// - Throws: ``RuleViolation``, `conflict` when whoever it is for has one.
    package static func set(
        _ draft: Draft, for company: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws -> BudgetPolicy {
        if let known = try transaction.known(BudgetPolicy.self, clientKey: draft.clientKey, company: company) { return known }
        let policy = BudgetPolicy(
            id: transaction.makeID(), companyID: company, scopeKind: draft.scopeKind,
            scopeRefID: try draft.reference(in: company, transaction), hardCapUsd: draft.hardCapUsd,
            warningThresholdPct: draft.warningThresholdPct, autoPause: draft.autoPause,
            requireApprovalAboveUsd: draft.requireApprovalAboveUsd, enabled: draft.enabled, createdAt: transaction.now,
            updatedAt: transaction.now, clientKey: draft.clientKey)
        try policy.requireSense()
        let same = try transaction.select(
            BudgetPolicy.self,
            """
            WHERE company_id = \(company) AND scope_kind = \(policy.scopeKind) AND scope_ref_id = \(policy.scopeRefID)
              AND period = \(policy.period)
            """
        ).first
        if let same {
            let whose = try same.scopeName(in: transaction)
            throw RuleViolation.conflict(
                "There is a monthly budget of \(whose) already, $\(same.hardCapUsd); change that one (\(same.id)).")
        }
        try transaction.insert(policy)
        try transaction.record(
            BudgetPolicyCreated(
                budgetPolicyID: policy.id, scopeKind: policy.scopeKind, scopeRefID: policy.scopeRefID,
                hardCapUsd: policy.hardCapUsd, warningThresholdPct: policy.warningThresholdPct,
                requireApprovalAboveUsd: policy.requireApprovalAboveUsd, autoPause: policy.autoPause), company: company, by: actor
        )
        return policy
    }

    /// Changes a budget; whoever it has stopped goes on when it is raised, or stops nobody any more.
    ///
    /// A lower cap holds from the next model call on.
    ///
    /// - Throws: ``RuleViolation``.
    package func change(_ change: Change, by actor: EventActor, in transaction: any Transaction) throws -> BudgetPolicy {
        var policy = self
        policy.hardCapUsd = change.hardCapUsd ?? hardCapUsd
        policy.warningThresholdPct = change.warningThresholdPct ?? warningThresholdPct
        policy.autoPause = change.autoPause ?? autoPause
        policy.requireApprovalAboveUsd = change.requireApprovalAboveUsd ?? requireApprovalAboveUsd
        policy.enabled = change.enabled ?? enabled
        try policy.requireSense()
        guard policy != self else { return self }
        policy.updatedAt = transaction.now
        try transaction.execute(
            """
            UPDATE budget_policies SET hard_cap_usd = \(policy.hardCapUsd), warning_threshold_pct = \(policy.warningThresholdPct),
              auto_pause = \(policy.autoPause), enabled = \(policy.enabled), updated_at = \(policy.updatedAt) WHERE id = \(id)
            """)
        let month = try Company.budgetMonth(of: companyID, in: transaction)
        try transaction.execute(
            """
            UPDATE budget_periods SET cap_nano = \(policy.hardCapUsd.nanoDollars)
            WHERE policy_id = \(id) AND period_start = \(month.start)
            """)
        try transaction.record(
            BudgetPolicyUpdated(
                budgetPolicyID: id, scopeKind: scopeKind, scopeRefID: scopeRefID, hardCapUsd: policy.hardCapUsd,
                warningThresholdPct: policy.warningThresholdPct, requireApprovalAboveUsd: policy.requireApprovalAboveUsd,
                autoPause: policy.autoPause), company: companyID, by: actor)
        if policy.hardCapUsd > hardCapUsd || !policy.enabled || policy.autoPause != autoPause {
            try policy.letGo(by: actor, in: transaction)
        }
        return policy
    }

    /// Takes the budget away; the ledger keeps what was spent.
    ///
    /// - Throws: ``StoreError``.
    package func remove(by actor: EventActor, in transaction: any Transaction) throws {
        try letGo(by: actor, in: transaction)
        try transaction.execute("DELETE FROM budget_policies WHERE id = \(id)")
        try transaction.record(
            BudgetPolicyDeleted(budgetPolicyID: id, scopeKind: scopeKind, scopeRefID: scopeRefID), company: companyID, by: actor)
    }

    private func requireSense() throws(RuleViolation) {
        guard hardCapUsd >= .zero else {
            throw .invalid(field: "hard_cap_usd", reason: "must not be negative; 0 allows no model call at all")
        }
        guard (1...100).contains(warningThresholdPct) else {
            throw .invalid(field: "warning_threshold_pct", reason: "must be a whole number from 1 to 100")
        }
        guard requireApprovalAboveUsd == nil else {
            throw .invalid(
                field: "require_approval_above_usd",
                reason: "comes with approvals, which are not there yet. Leave it out, and set a lower cap instead")
        }
    }
}

extension BudgetPolicy: CompanyRecord { package static let noun = "budget" }
extension RuntimeProfile: CompanyRecord { package static let noun = "runtime profile" }
