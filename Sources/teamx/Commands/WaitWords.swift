import Domain

/// Why work waits, in as few words as a column has room for.
enum WaitWords {
    /// - Parameter work: A row of the queue.
    static func of(_ work: JSONValue) -> String {
        guard work["status"]?.string == WakeupStatus.pending.rawValue else { return "goes on" }
        guard let finding = work["waits_for"], finding != .null else { return "" }
        let until = finding["until"]?.integer.map { " \(WallClock.dated(Timestamp(milliseconds: $0)))" } ?? ""
        return switch finding["reason"]?.string.flatMap(WaitReason.init(rawValue:)) {
        case .archived: "the company is closed down"
        case .companyPaused: "the company is paused"
        case .budget: "a budget is used up"
        case .quietHours: "the company rests until\(until)"
        case .meeting: "a meeting is on"
        case .employeePaused: "whoever does it is paused"
        case .ticketBlocked: "its ticket is blocked by hand"
        case .goalAbandoned: "its goal was given up"
        case .scheduled: "it is not time before\(until)"
        case .retry: "it failed; once more at\(until)"
        case .employeeBusy: "whoever does it is busy"
        case .threadBusy: "somebody speaks there now"
        case .lease: "somebody has the ticket"
        case .cap: "the provider has its most turns"
        case .provider: "the provider is away\(until)"
        case .secrets: "the secrets cannot be opened"
        case .draining: "other work ends first"
        case .slot: "as many work as may"
        case .order: "it is next in its order"
        case nil: finding.text("message")
        }
    }

    /// Why work was passed over or refused.
    ///
    /// - Parameter skip: A row of what was passed over.
    static func skipped(_ skip: JSONValue) -> String {
        let word = skip.text("reason")
        return switch SkipReason(rawValue: word) {
        case .deduplicated: "the same waits already"
        case .known: "it was done already"
        case .causalLoop: "it goes in a circle"
        case .pingPong: "it came back too often"
        case .chatter: "colleagues woke one another"
        case .workLimit: "one wish led to too much"
        case .companyPaused: "the company is paused"
        case .employeePaused: "the employee is paused"
        case .meeting: "a meeting is on"
        case .budget: "a budget is used up"
        case .quietHours: "the company rests"
        case .archived: "the company is closed down"
        case .departed: "no longer works here"
        case .observer: "only reads along"
        case .crowd: "too many were called on"
        case .previousOpen: "the one before is still open"
        case .missed: "a later one stands for it"
        case nil: word
        }
    }
}
