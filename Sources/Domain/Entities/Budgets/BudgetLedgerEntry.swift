/// What a run cost, booked against one scope; a run is booked there at most once.
///
/// What is billed, what is notional and what is unknown have members of their own, since a run may have calls of all three.
package struct BudgetLedgerEntry: Codable, Hashable, Sendable {
    package typealias ID = Identifier<BudgetLedgerEntry>

    package var id: ID
    package var companyID: Company.ID
    package var budgetPolicyID: BudgetPolicy.ID?
    package var scopeKind: BudgetScope
    /// The id of a company, an employee, a runtime profile or a routine, as the kind says.
    package var scopeRefID: String
    package var runID: Run.ID
    package var runKind: RunKind
    package var threadID: Thread.ID?
    package var employeeID: Employee.ID
    package var runtimeProfileID: RuntimeProfile.ID?
    package var routineID: Routine.ID?
    /// The kind of the provider, or another word for what answered; the list is open.
    package var provider: String
    package var model: String
    /// What is billed, in US dollars: the one amount that counts for budgets.
    package var amountUsd: Money
    package var billedCalls: Int
    /// What nobody charges for, at list price.
    package var notionalUsd: Money
    package var notionalCalls: Int
    /// How many calls nobody knows the price of.
    package var unknownCalls: Int
    package var occurredAt: Timestamp
    package var createdAt: Timestamp

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case companyID = "company_id"
        case budgetPolicyID = "budget_policy_id"
        case scopeKind = "scope_kind"
        case scopeRefID = "scope_ref_id"
        case runID = "run_id"
        case runKind = "run_kind"
        case threadID = "thread_id"
        case employeeID = "employee_id"
        case runtimeProfileID = "runtime_profile_id"
        case routineID = "routine_id"
        case provider
        case model
        case amountUsd = "amount_usd"
        case billedCalls = "billed_calls"
        case notionalUsd = "notional_usd"
        case notionalCalls = "notional_calls"
        case unknownCalls = "unknown_calls"
        case occurredAt = "occurred_at"
        case createdAt = "created_at"
    }

    package init(
        id: ID, companyID: Company.ID, budgetPolicyID: BudgetPolicy.ID? = nil, scopeKind: BudgetScope, scopeRefID: String,
        runID: Run.ID, runKind: RunKind, threadID: Thread.ID? = nil, employeeID: Employee.ID,
        runtimeProfileID: RuntimeProfile.ID? = nil, routineID: Routine.ID? = nil, provider: String, model: String,
        ledgers: CostLedgers, occurredAt: Timestamp, createdAt: Timestamp
    ) {
        self.id = id
        self.companyID = companyID
        self.budgetPolicyID = budgetPolicyID
        self.scopeKind = scopeKind
        self.scopeRefID = scopeRefID
        self.runID = runID
        self.runKind = runKind
        self.threadID = threadID
        self.employeeID = employeeID
        self.runtimeProfileID = runtimeProfileID
        self.routineID = routineID
        self.provider = provider
        self.model = model
        amountUsd = ledgers.billed
        billedCalls = ledgers.billedCalls
        notionalUsd = ledgers.notional
        notionalCalls = ledgers.notionalCalls
        unknownCalls = ledgers.unknownCalls
        self.occurredAt = occurredAt
        self.createdAt = createdAt
    }

    /// The amounts and calls of it.
    package var ledgers: CostLedgers {
        var ledgers = CostLedgers()
        ledgers.add(amountUsd, calls: billedCalls, to: .billed)
        ledgers.add(notionalUsd, calls: notionalCalls, to: .notional)
        ledgers.add(.zero, calls: unknownCalls, to: .unknown)
        return ledgers
    }
}
