/// How a budget stands in one calendar month, to the nano-dollar.
///
/// What is spent and what is reserved for calls under way never passes the cap by a reservation; a trigger sees to it.
package struct BudgetMonth: Codable, Hashable, Sendable {
    package var policyID: BudgetPolicy.ID
    package var periodStart: Timestamp
    package var capNano: Int64
    package var spentNano: Int64
    package var reservedNano: Int64
    /// When it was told that spending has passed the share at which to warn.
    package var warnedAt: Timestamp?
    /// When it was told that the budget is used up.
    package var exceededAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case policyID = "policy_id"
        case periodStart = "period_start"
        case capNano = "cap_nano"
        case spentNano = "spent_nano"
        case reservedNano = "reserved_nano"
        case warnedAt = "warned_at"
        case exceededAt = "exceeded_at"
    }

    package init(
        policyID: BudgetPolicy.ID, periodStart: Timestamp, capNano: Int64, spentNano: Int64 = 0, reservedNano: Int64 = 0,
        warnedAt: Timestamp? = nil, exceededAt: Timestamp? = nil
    ) {
        self.policyID = policyID
        self.periodStart = periodStart
        self.capNano = capNano
        self.spentNano = spentNano
        self.reservedNano = reservedNano
        self.warnedAt = warnedAt
        self.exceededAt = exceededAt
    }

    package var spent: Money { Money(nanoDollars: spentNano) }
    package var reserved: Money { Money(nanoDollars: reservedNano) }

    /// What is neither spent nor reserved.
    package var remaining: Money {
        let (taken, overflow) = spentNano.addingReportingOverflow(reservedNano)
        return Money(nanoDollars: overflow ? 0 : max(0, capNano - taken))
    }

    /// Whether a call that may cost so much would not fit even if none were under way.
    package func isTooSmall(for amount: Money) -> Bool { Int128(spentNano) + Int128(amount.nanoDollars) > Int128(capNano) }

    /// Whether spending has come to so many percent of the cap.
    package func hasReached(percent: Int) -> Bool {
        capNano > 0 && Int128(spentNano) * 100 >= Int128(capNano) * Int128(percent)
    }
}
