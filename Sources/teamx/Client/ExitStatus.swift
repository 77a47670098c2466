/// What the process's exit tells a script.
///
/// The numbers from 64 are those of BSD's sysexits.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case ok = 0
    case failed = 1
    /// What was waited for ended badly.
    case endedBadly = 2
    /// Something waits for a person's approval.
    case needsApproval = 3
    case stoppedByBudget = 4
    case usage = 64
    case notFound = 66
    case unreachable = 69
    /// It exists already, or does not go together with what exists.
    case conflict = 73
    case tryAgain = 75
    case notAllowed = 77
    case interrupted = 130

    /// The table that help shows.
    var meaning: String {
        switch self {
        case .ok: "done"
        case .failed: "failed"
        case .endedBadly: "what was waited for ended badly"
        case .needsApproval: "something waits for an approval"
        case .stoppedByBudget: "stopped by a budget"
        case .usage: "the command was not understood"
        case .notFound: "there is no such thing"
        case .unreachable: "no server answers"
        case .conflict: "it exists already, or conflicts with what exists"
        case .tryAgain: "not now: busy, locked or too slow"
        case .notAllowed: "not allowed"
        case .interrupted: "interrupted"
        }
    }
}
