/// Why a company, or one employee of it, does no work.
///
/// Each reason stands by itself: when one falls away, the others remain.
package enum HoldReason: String, Vocabulary {
    /// A person paused it.
    case user
    /// A meeting is on; only its own work goes on.
    case meeting
    /// A budget policy has been used up.
    case budget
    /// It is the time of day at which the company rests.
    case quietHours = "quiet_hours"
    /// The company was closed down.
    case archived

    /// What it is called where it keeps a company's work from beginning.
    package var skip: SkipReason {
        switch self {
        case .user: .companyPaused
        case .meeting: .meeting
        case .budget: .budget
        case .quietHours: .quietHours
        case .archived: .archived
        }
    }
}
