import Domain
import Synchronization

/// A clock that is moved by hand.
final class SteppedTime: TimeSource {
    private struct Sleeper {
        let deadline: Timestamp
        let alarm: AsyncStream<Void>.Continuation
    }

    private struct State {
        var now = Timestamp(milliseconds: 1_700_000_000_000)
        var sleepers: [Sleeper] = []
    }

    private let state = Mutex(State())

    func now() -> Timestamp { state.withLock(\.now) }

    func sleep(until deadline: Timestamp) async throws {
        let (stream, alarm) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.withLock { state in
            if deadline <= state.now {
                alarm.yield()
            } else {
                state.sleepers.append(Sleeper(deadline: deadline, alarm: alarm))
            }
        }
        for await _ in stream { break }
        try Task.checkCancellation()
    }

    func advance(by duration: Duration) {
        state.withLock { state in
            state.now = state.now + duration
            let now = state.now
            for sleeper in state.sleepers where sleeper.deadline <= now { sleeper.alarm.yield() }
            state.sleepers.removeAll { $0.deadline <= now }
        }
    }
}
