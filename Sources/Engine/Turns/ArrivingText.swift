import Domain
import Synchronization

/// Notices when the answer of a model call has been arriving for long enough to be worth a word in the database.
///
/// Most answers are short: they cost no commit of their own.
final class ArrivingText: Sendable {
    private struct State {
        var first: Timestamp?
        var isNoted = false
    }

    /// How long an answer arrives before anybody is told.
    static let patience = Duration.milliseconds(300)

    private let state = Mutex(State())

    /// Whether somebody was told.
    var isNoted: Bool { state.withLock(\.isNoted) }

    /// Takes note of a piece of text, and returns since when it has been arriving if that is to be told now.
    func arrive(at now: Timestamp) -> Timestamp? {
        state.withLock { state in
            let first = state.first ?? now
            state.first = first
            guard !state.isNoted, first + Self.patience <= now else { return nil }
            state.isNoted = true
            return first
        }
    }
}
