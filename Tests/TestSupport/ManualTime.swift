import Domain
import Synchronization

/// A clock that only a test moves, or that leaps to whatever somebody waits for.
package final class ManualTime: TimeSource {
    private struct Sleeper {
        let id: Int
        let deadline: Timestamp
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Timestamp
        var sleepers: [Sleeper] = []
        var next = 0
    }

    private let state: Mutex<State>
    private let leaps: Bool

    /// How far the clock leaps: beyond waits between tries, not to the end of claims.
    private static let reach = Duration.seconds(240)

    /// - Parameter leaps: Whether sleeping a few minutes moves the clock to its end at once instead of waiting.
    package init(at now: Timestamp = Timestamp(milliseconds: 1_790_000_000_000), leaps: Bool = false) {
        state = Mutex(State(now: now))
        self.leaps = leaps
    }

    package func now() -> Timestamp { state.withLock(\.now) }

    /// How many wait for the clock to move.
    package var sleeperCount: Int { state.withLock(\.sleepers.count) }

    package func advance(by duration: Duration) {
        let awake = state.withLock { state in
            state.now = state.now + duration
            let (due, rest) = (
                state.sleepers.filter { $0.deadline <= state.now }, state.sleepers.filter { $0.deadline > state.now }
            )
            state.sleepers = rest
            return due
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    package func sleep(until deadline: Timestamp) async throws {
        try Task.checkCancellation()
        if leaps, deadline <= now() + Self.reach {
            state.withLock { $0.now = max($0.now, deadline) }
            return await Task.yield()
        }
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let isOver: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if deadline <= state.now { return true }
                    state.sleepers.append(Sleeper(id: id, deadline: deadline, continuation: continuation))
                    return nil
                }
                if isOver == true { continuation.resume() }
                if isOver == false { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0) }
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
