extension CompanyStatus {
    /// What a company is while these reasons stand: archived before paused, paused before meeting, running with none.
    package init(heldFor reasons: some Sequence<HoldReason>) {
        let reasons = Set(reasons)
        if reasons.contains(.archived) {
            self = .archived
        } else if !reasons.isDisjoint(with: [.user, .budget, .quietHours]) {
            self = .paused
        } else if reasons.contains(.meeting) {
            self = .meeting
        } else {
            self = .running
        }
    }

    /// Whether work for this cause may go on.
    package func allows(_ cause: WakeupCause) -> Bool {
        switch self {
        case .running: true
        case .meeting: cause.isOfMeeting
        case .paused, .archived: false
        }
    }
}
