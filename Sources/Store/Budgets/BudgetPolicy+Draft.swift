package import Domain

extension BudgetPolicy {
    /// What a person wants a budget to be.
    package struct Draft: Hashable, Sendable {
        package var scopeKind: BudgetScope
        /// Whose it is; the company's own needs none.
        package var scopeRefID: String?
        package var hardCapUsd: Money
        package var warningThresholdPct: Int
        package var autoPause: Bool
        package var requireApprovalAboveUsd: Money?
        package var enabled: Bool
        package var clientKey: String?

        package init(
            scopeKind: BudgetScope = .company, scopeRefID: String? = nil, hardCapUsd: Money, warningThresholdPct: Int = 80,
            autoPause: Bool = false, requireApprovalAboveUsd: Money? = nil, enabled: Bool = true, clientKey: String? = nil
        ) {
            self.scopeKind = scopeKind
            self.scopeRefID = scopeRefID
            self.hardCapUsd = hardCapUsd
            self.warningThresholdPct = warningThresholdPct
            self.autoPause = autoPause
            self.requireApprovalAboveUsd = requireApprovalAboveUsd
            self.enabled = enabled
            self.clientKey = clientKey
        }
    }

    /// What is to be different; what is missing stays.
    package struct Change: Hashable, Sendable {
        package var hardCapUsd: Money?
        package var warningThresholdPct: Int?
        package var autoPause: Bool?
        package var requireApprovalAboveUsd: Money?
        package var enabled: Bool?

        package init(
            hardCapUsd: Money? = nil, warningThresholdPct: Int? = nil, autoPause: Bool? = nil,
            requireApprovalAboveUsd: Money? = nil, enabled: Bool? = nil
        ) {
            self.hardCapUsd = hardCapUsd
            self.warningThresholdPct = warningThresholdPct
            self.autoPause = autoPause
            self.requireApprovalAboveUsd = requireApprovalAboveUsd
            self.enabled = enabled
        }
    }
}

extension BudgetPolicy.Draft {
    /// Whose it is, which must exist.
    func reference(in company: Company.ID, _ transaction: any Transaction) throws -> String {
        guard scopeKind != .company else { return company.rawValue }
        let field = "scope_ref_id"
        guard let id = scopeRefID, !id.isEmpty else {
            throw RuleViolation.invalid(field: field, reason: "must say whose budget it is, for any but the company's")
        }
        switch scopeKind {
        case .company: break
        case .employee: _ = try Employee.requireColleague(Employee.ID(id), of: company, field: field, in: transaction)
        case .routine: _ = try Routine.require(Routine.ID(id), of: company, field: field, in: transaction)
        case .runtimeProfile: _ = try RuntimeProfile.require(RuntimeProfile.ID(id), of: company, field: field, in: transaction)
        }
        return id
    }
}
