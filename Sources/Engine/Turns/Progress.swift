import Domain
import Synchronization

/// Notices during a long answer when it is time to extend the claim: text that comes is progress.
final class Progress: Sendable {
    let work: WakeupRequest
    let lease: Duration
    private let noted: Mutex<Timestamp>

    init(_ work: WakeupRequest, lease: Duration, since start: Timestamp) {
        self.work = work
        self.lease = lease
        noted = Mutex(start)
    }

    /// Whether a third of the claim has passed since it was last extended; if so, the next third begins.
    func isWorthNoting(at now: Timestamp) -> Bool {
        noted.withLock { noted in
            guard now >= noted + lease / 3 else { return false }
            noted = now
            return true
        }
    }
}
