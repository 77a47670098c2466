/// What one model call may cost at most, set aside from one budget before the call is made.
package struct BudgetReservation: Codable, Hashable, Sendable {
    package typealias ID = Identifier<BudgetReservation>

    package var id: ID
    package var policyID: BudgetPolicy.ID
    package var companyID: Company.ID
    package var runID: Run.ID
    /// The place of the call within the run, from 0.
    package var step: Int
    /// The month whose budget it was taken from.
    package var periodStart: Timestamp
    package var amountNano: Int64
    package var state: ReservationState
    /// What the call did cost.
    package var settledNano: Int64
    package var createdAt: Timestamp
    package var endedAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case id
        case policyID = "policy_id"
        case companyID = "company_id"
        case runID = "run_id"
        case step
        case periodStart = "period_start"
        case amountNano = "amount_nano"
        case state
        case settledNano = "settled_nano"
        case createdAt = "created_at"
        case endedAt = "ended_at"
    }

    package init(
        id: ID, policyID: BudgetPolicy.ID, companyID: Company.ID, runID: Run.ID, step: Int, periodStart: Timestamp,
        amountNano: Int64, state: ReservationState = .held, settledNano: Int64 = 0, createdAt: Timestamp,
        endedAt: Timestamp? = nil
    ) {
        self.id = id
        self.policyID = policyID
        self.companyID = companyID
        self.runID = runID
        self.step = step
        self.periodStart = periodStart
        self.amountNano = amountNano
        self.state = state
        self.settledNano = settledNano
        self.createdAt = createdAt
        self.endedAt = endedAt
    }
}
