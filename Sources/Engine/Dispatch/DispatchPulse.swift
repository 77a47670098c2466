package import Domain
import Synchronization

/// Shows that the dispatcher is alive: when it looked last, and since when it should have looked again.
///
/// It looks when there is a sign, not at intervals, so that it has not looked for long is no fault; that a sign goes unheeded is.
package final class DispatchPulse: Sendable {
    private struct State {
        var slots: Int
        var lookedAt: Timestamp?
        var expected: Timestamp?
    }

    /// How long a sign may go unheeded.
    package static let tolerance = Duration.seconds(10)

    private let state: Mutex<State>

    /// - Parameter slots: How many turns may go on at the same time unless the settings say otherwise.
    package init(slots: Int) { state = Mutex(State(slots: slots)) }

    /// How many turns may go on at the same time.
    package var slots: Int { state.withLock { $0.slots } }

    /// When the dispatcher last looked for work; `nil` before the first time.
    package var lookedAt: Timestamp? { state.withLock { $0.lookedAt } }

    /// Whether the dispatcher has left a sign unheeded for longer than it may take, or has never looked.
    package func isOverdue(at now: Timestamp, since start: Timestamp) -> Bool {
        state.withLock { state in
            guard let expected = state.lookedAt == nil ? start : state.expected else { return false }
            return expected + Self.tolerance < now
        }
    }

    /// There is a sign, or will be one at a time: a look is due then at the latest.
    func expect(at due: Timestamp) { state.withLock { $0.expected = min($0.expected ?? due, due) } }

    /// The dispatcher takes up the signs there are.
    func looked(at now: Timestamp) {
        state.withLock { state in
            state.lookedAt = now
            state.expected = nil
        }
    }

    func resize(to slots: Int) { state.withLock { $0.slots = slots } }
}
