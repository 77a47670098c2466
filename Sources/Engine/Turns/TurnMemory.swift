import Domain
import Store

/// What is remembered of a thread beyond its latest messages.
struct TurnMemory: Sendable {
    var digest: ThreadDigest?
    /// The checkpoint that the work takes up, or else the thread's last one where nobody has gone on from it.
    var checkpoint: RunCheckpoint?
    /// Whether ``checkpoint`` is what the work takes up.
    var isResumed = false

    init() {}

    /// Asks for nothing where the thread is not marked to have anything.
    init(of thread: Thread?, for work: WakeupRequest, in transaction: any Transaction) throws {
        guard let thread, thread.hasMemory else { return }
        digest = try ThreadDigest.of(thread.id, in: transaction)
        if let taken = try RunCheckpoint.taken(by: work.id, in: transaction) {
            checkpoint = taken
            isResumed = true
        } else {
            checkpoint = try RunCheckpoint.latest(of: thread.id, in: transaction).flatMap { $0.isLoose ? $0 : nil }
        }
    }
}
