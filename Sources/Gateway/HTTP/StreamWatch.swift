import Domain

/// Says when a call has taken too long, from what has happened in it so far.
///
/// Only time spent waiting for the other side counts, but for the clock of the whole call.
struct StreamWatch: Sendable {
    private let clocks: StreamClocks
    private let start: Timestamp
    private var waitingSince: Timestamp?
    private var lastProgress: Timestamp?

    init(_ clocks: StreamClocks, start: Timestamp) {
        self.clocks = clocks
        self.start = start
        waitingSince = start
    }

    /// The reader waits for the next piece.
    mutating func waits(at now: Timestamp) { waitingSince = now }

    /// A piece of the body has come.
    mutating func received(at now: Timestamp) {
        waitingSince = nil
        if lastProgress == nil { lastProgress = now }
    }

    /// What has come brought the answer on and has been dealt with.
    mutating func progressed(at now: Timestamp) { lastProgress = now }

    /// The failure that `now` is too late to avoid, if any.
    func failure(at now: Timestamp) -> ModelError? {
        let limits = limits
        guard let passed = limits.first(where: { $0.deadline <= now }) else { return nil }
        return ModelError(.timeout, passed.message)
    }

    /// When to look at ``failure(at:)`` again; until then there will be none.
    func nextLook(after now: Timestamp) -> Timestamp {
        limits.map(\.deadline).reduce(now + clocks.shortest) { min($0, $1) }
    }

    private struct Limit {
        var deadline: Timestamp
        var message: String
    }

    private var limits: [Limit] {
        var limits = [
            Limit(deadline: start + clocks.total, message: "The answer took longer than \(clocks.total.inSeconds).")
        ]
        guard let lastProgress else {
            limits.append(
                Limit(deadline: start + clocks.firstByte, message: "No answer began within \(clocks.firstByte.inSeconds)."))
            return limits
        }
        guard let waitingSince else { return limits }
        limits.append(
            Limit(deadline: waitingSince + clocks.idle, message: "The answer stopped for \(clocks.idle.inSeconds)."))
        limits.append(
            Limit(
                deadline: lastProgress + clocks.keepAlive,
                message: "Nothing but signs of life came for \(clocks.keepAlive.inSeconds)."))
        return limits
    }
}

extension Duration {
    fileprivate var inSeconds: String {
        let milliseconds = wholeMilliseconds
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
