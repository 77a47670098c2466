import Domain
import Store
import Synchronization

/// The turns that go on in this server, so that they can be cut off.
///
/// Which of them are is read from the database, never from here alone.
final class RunningTurns: Sendable {
    private let turns = Mutex<[WakeupRequest.Claim: Interruption]>([:])

    /// To be called before anything is read of the work, and followed by ``leave(_:)``.
    func enter(_ work: WakeupRequest) -> Interruption {
        let interruption = Interruption()
        turns.withLock { $0[WakeupRequest.Claim(work)] = interruption }
        return interruption
    }

    func leave(_ work: WakeupRequest) { turns.withLock { _ = $0.removeValue(forKey: WakeupRequest.Claim(work)) } }

    /// Cuts off the model calls of all turns that may not go on, or whose claim is gone.
    ///
    /// - Throws: ``StoreError``.
    func cutOff(by store: Store) async throws {
        let here = turns.withLock { $0 }
        guard !here.isEmpty else { return }
        let going = try await store.read { try WakeupRequest.undisturbed(in: $0) }
        for (claim, interruption) in here where !going.contains(claim) { interruption.raise() }
    }
}
