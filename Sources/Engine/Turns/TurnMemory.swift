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

extension TurnMemory {
    /// The latest messages of a thread, as many as a turn may be told of where there is room for them: what is before is the
    /// digest's business, and where none covers it, as many more.
    ///
    /// A meeting has no digest: whoever takes part has heard all of it.
    func messages(
        of thread: Thread.ID, for work: WakeupRequest, in transaction: any Transaction
    ) throws -> (messages: [Message], hasEarlier: Bool) {
        func latest(_ limit: Int) throws -> (messages: [Message], hasEarlier: Bool) {
            let found = try Message.latest(of: thread, limit: limit + 1, in: transaction)
            return (Array(found.suffix(limit)), found.count > limit)
        }
        guard !work.cause.isOfMeeting else { return try latest(Self.most) }
        let usual = try latest(Self.usual)
        guard usual.hasEarlier, !usual.messages.contains(where: { $0.id == digest?.lastSummarizedMessageID }) else {
            return usual
        }
        return try latest(Self.most)
    }

    private static let usual = 40
    private static let most = 240
}
