/// A spending limit and what happens at it.
///
/// There is one per company, scope and period.
package struct BudgetPolicy: Codable, Hashable, Sendable {
    package typealias ID = Identifier<BudgetPolicy>

    package var id: ID
    package var companyID: Company.ID
    package var scopeKind: BudgetScope
    /// The id of a company, an employee, a runtime profile or a routine, as the kind says.
    package var scopeRefID: String
    package var period: BudgetPeriod
    /// The most that may be spent in a period, in US dollars.
    package var hardCapUsd: Money
    /// At how many percent of the cap to warn.
    package var warningThresholdPct: Int
    /// Whether the company pauses when the cap is reached.
    package var autoPause: Bool
    /// A single spend above this, in US dollars, needs approval.
    package var requireApprovalAboveUsd: Money?
    package var enabled: Bool
    package var createdAt: Timestamp
    package var updatedAt: Timestamp
    /// Chosen by whoever set it, so that saying the same twice sets one.
    ///
    /// Unique within the company.
    package var clientKey: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case period
        case hardCapUsd = "hard_cap_usd"
        case warningThresholdPct = "warning_threshold_pct"
        case autoPause = "auto_pause"
        case requireApprovalAboveUsd = "require_approval_above_usd"
        case enabled
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case clientKey = "client_key"
    }

    package init(
        id: ID, companyID: Company.ID, scopeKind: BudgetScope, scopeRefID: String, period: BudgetPeriod = .monthly,
        hardCapUsd: Money, warningThresholdPct: Int = 80, autoPause: Bool = false, requireApprovalAboveUsd: Money? = nil,
        enabled: Bool = true, createdAt: Timestamp, updatedAt: Timestamp, clientKey: String? = nil
    ) {
        self.id = id
        self.companyID = companyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.period = period
        self.hardCapUsd = hardCapUsd
        self.warningThresholdPct = warningThresholdPct
        self.autoPause = autoPause
        self.requireApprovalAboveUsd = requireApprovalAboveUsd
        self.enabled = enabled
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.clientKey = clientKey
    }
}
