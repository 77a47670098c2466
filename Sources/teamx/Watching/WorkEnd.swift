import Domain

/// Decides when there is nothing more to see: the goal is reached and all is quiet, or nothing goes on any more.
///
/// Asks for looks at the queue, and believes an empty one only the second time: work is queued in the moment in which other
/// work ends.
struct WorkEnd: Sendable {
    /// How long it must have been quiet before a look is worth it.
    static let silence: Duration = .milliseconds(700)
    /// How long it may not be quiet before a look is worth it all the same: what is seen may lag behind what is.
    static let unrest: Duration = .seconds(5)
    /// How long others may go on with other things after the goal was reached.
    static let patience: Duration = .seconds(10)

    enum Verdict: Hashable, Sendable {
        case goOn
        case reached
        case stuck
    }

    /// The number of the last event that was there when the watching began; what comes before is only retold.
    private let known: Int
    private var seen: Int
    private var lastEvent: ContinuousClock.Instant
    private var lastLook: ContinuousClock.Instant
    private var reachedAt: ContinuousClock.Instant?
    private var wasEmpty = false

    init(after seq: Int, known: Int, now: ContinuousClock.Instant) {
        self.known = known
        seen = seq
        lastEvent = now
        lastLook = now
    }

    mutating func take(_ event: EventRecord, goal: String, at now: ContinuousClock.Instant) {
        seen = max(seen, event.seq)
        lastEvent = now
        wasEmpty = false
        guard event.type == "goal.progressChanged", event.text("goal_id") == goal else { return }
        reachedAt = event.text("status") == "achieved" ? now : nil
    }

    /// Whether it is time to look at the queue.
    func wantsLook(at now: ContinuousClock.Instant) -> Bool {
        seen >= known && (now - lastEvent >= Self.silence || now - lastLook >= Self.unrest || isOverdue(at: now))
    }

    /// Whether the goal was reached long enough ago not to wait for others.
    private func isOverdue(at now: ContinuousClock.Instant) -> Bool { reachedAt.map { now - $0 >= Self.patience } ?? false }

    /// Judges what a look found: how much waits or goes on, and how the goal stands.
    mutating func judge(queued: Int, goal: String, at now: ContinuousClock.Instant) -> Verdict {
        lastEvent = now
        lastLook = now
        reachedAt = goal == "achieved" ? reachedAt ?? now : nil
        if goal == "achieved", queued == 0 || isOverdue(at: now) { return .reached }
        defer { wasEmpty = queued == 0 }
        return queued == 0 && wasEmpty ? .stuck : .goOn
    }
}
