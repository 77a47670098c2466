/// Whether a provider is worth asking, judged by how the latest calls to it ended.
///
/// Five calls in a row that it failed, and it is left alone for 15 seconds; then one call tries it out, and if that fails too,
/// the pause is twice as long, up to two minutes. Where the provider itself says how long to wait, it is left alone for as long.
package struct CircuitBreaker: Hashable, Sendable {
    /// That the provider is not to be asked now.
    package struct Refusal: Hashable, Sendable {
        /// When it is worth asking again.
        package var until: Timestamp
        /// What the latest call ended with.
        package var error: ModelError

        package init(until: Timestamp, error: ModelError) {
            self.until = until
            self.error = error
        }
    }

    private enum State: Hashable, Sendable {
        case closed(failures: Int)
        case open(Refusal, openings: Int)
        /// One call tries the provider out; others wait for what comes of it, but not for ever.
        case probing(Refusal, openings: Int)
    }

    private var state = State.closed(failures: 0)

    package init() {}

    /// Whether calls go to the provider as they come.
    package var isClosed: Bool { if case .closed = state { true } else { false } }

    /// Why the provider is not to be asked at `now`; `nil` when it may be.
    package func refusal(at now: Timestamp) -> Refusal? {
        switch state {
        case .closed: nil
        case .open(let refusal, _), .probing(let refusal, _): now < refusal.until ? refusal : nil
        }
    }

    /// Whether the next call only tries the provider out, so that no other should begin beside it.
    package func isOnTrial(at now: Timestamp) -> Bool {
        if case .closed = state { return false }
        return refusal(at: now) == nil
    }

    /// Begins a call, unless there is a reason against it.
    package mutating func enter(at now: Timestamp) -> Refusal? {
        if let refusal = refusal(at: now) { return refusal }
        switch state {
        case .closed: break
        case .open(var refusal, let openings), .probing(var refusal, let openings):
            refusal.until = now + Self.probeTime
            state = .probing(refusal, openings: openings)
        }
        return nil
    }

    /// The provider has answered, if only with a refusal that is the request's own fault.
    package mutating func succeed() { state = .closed(failures: 0) }

    /// A call was given up without saying anything of the provider.
    package mutating func leave(at now: Timestamp) {
        guard case .probing(var refusal, let openings) = state else { return }
        refusal.until = now
        state = .open(refusal, openings: openings)
    }

    package mutating func fail(_ error: ModelError, at now: Timestamp) {
        guard error.isOfProvider else { return succeed() }
        let asked = error.wait.map { now + min($0, Self.longestAsked) }
        switch state {
        case .closed(let failures):
            if let asked { return state = .open(Refusal(until: asked, error: error), openings: 1) }
            let failures = failures + 1
            state =
                failures < Self.patience
                ? .closed(failures: failures) : .open(Refusal(until: now + Self.pause(after: 0), error: error), openings: 1)
        case .open(let refusal, _) where now < refusal.until:
            // It was begun before the others failed, and says nothing new unless the provider names a time.
            if let asked, asked > refusal.until { state = .open(Refusal(until: asked, error: error), openings: 1) }
        case .open(_, let openings), .probing(_, let openings):
            let until = max(now + Self.pause(after: openings), asked ?? now)
            state = .open(Refusal(until: until, error: error), openings: openings + 1)
        }
    }

    private static func pause(after openings: Int) -> Duration { .seconds(min(120, 15 << min(max(openings, 0), 3))) }

    private static let patience = 5
    private static let probeTime = Duration.seconds(60)
    private static let longestAsked = Duration.seconds(86_400)
}

extension ModelError {
    /// Whether it is the provider that failed, and not what it was asked.
    package var isOfProvider: Bool {
        switch self.class {
        case .connect, .timeout, .rateLimited, .quota, .server: true
        case .brokenStream, .malformed, .unauthorized, .invalidRequest, .tooLong, .secretsClosed: false
        }
    }

    /// How long the provider wants to be left alone; where a quota is used up and it does not say, half an hour.
    fileprivate var wait: Duration? {
        switch self.class {
        case .rateLimited: retryAfter
        case .quota: retryAfter ?? .seconds(1800)
        default: nil
        }
    }

    /// Whether another provider may be asked at once instead: this one did nothing, and would do nothing now.
    package var isWorthAnother: Bool { isRefusal && isOfProvider }
}
