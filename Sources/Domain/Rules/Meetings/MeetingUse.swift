/// How much of its time and its money a meeting has used, in thousandths.
package struct MeetingUse: Hashable, Sendable {
    package var time: Int
    package var cost: Int

    package init(time: Int = 0, cost: Int = 0) {
        self.time = time
        self.cost = cost
    }

    /// - Parameters:
    ///   - started: When the meeting began, or would have without the time that did not count.
    package init(started: Timestamp, deadline: Timestamp?, now: Timestamp, cost: Money, limit: Money?) {
        time = deadline.map { Self.share((now - started).wholeMilliseconds, of: ($0 - started).wholeMilliseconds) } ?? 0
        self.cost = limit.map { Self.share(cost.nanoDollars, of: $0.nanoDollars) } ?? 0
    }

    /// Whether there is enough left to begin a turn of this phase: the discussion leaves a reserve for what comes after it.
    package func leavesRoom(for phase: MeetingPhase) -> Bool {
        let used = max(time, cost)
        return switch phase {
        case .discussion: used < 800
        case .positions: used < 900
        case .opening, .closing: used < 1000
        case .ended: true
        }
    }

    private static func share(_ part: Int64, of whole: Int64) -> Int {
        guard whole > 0 else { return 1000 }
        let (product, overflow) = max(0, part).multipliedReportingOverflow(by: 1000)
        return overflow ? 1000 : Int(clamping: product / whole)
    }
}
