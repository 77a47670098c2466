import Domain
import Store
import Synchronization

/// Extends a claim while an answer comes: that it comes on is progress, that its server is alive is not.
final class Progress: Sendable {
    private let work: WakeupRequest
    private let lease: Duration
    private let workplace: Workplace
    private let noted: Mutex<Timestamp>

    init(_ work: WakeupRequest, lease: Duration, in workplace: Workplace) {
        self.work = work
        self.lease = lease
        self.workplace = workplace
        noted = Mutex(workplace.time.now())
    }

    /// Extends the claim if a third of it has passed since it last was.
    ///
    /// - Throws: ``LostClaim`` when it was lost; then there is no use in the rest of the answer.
    func note() async throws {
        let now = workplace.time.now()
        let isWorthNoting = noted.withLock { noted in
            guard now >= noted + lease / 3 else { return false }
            noted = now
            return true
        }
        guard isWorthNoting else { return }
        guard try await workplace.store.write({ [work, lease] in try work.extend(by: lease, in: $0) }) else {
            throw LostClaim()
        }
    }
}

/// The claim on the work is lost: nothing more may be written on its behalf.
struct LostClaim: Error {}
