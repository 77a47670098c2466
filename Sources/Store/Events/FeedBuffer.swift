import Synchronization

/// One subscriber's bounded queue: pushing never waits, taking waits for something to come.
final class FeedBuffer: Sendable {
    private struct State {
        var items: [FeedItem] = []
        var head = 0
        var hasLost = false
        var isFinished = false
        var waiter: CheckedContinuation<FeedItem?, Never>?

        mutating func take() -> FeedItem? {
            guard head < items.count else { return nil }
            defer {
                head += 1
                if head == items.count {
                    items.removeAll(keepingCapacity: true)
                    head = 0
                }
            }
            return items[head]
        }
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = max(1, capacity) }

    func push(_ item: FeedItem) {
        let waiter: CheckedContinuation<FeedItem?, Never>? = state.withLock { state in
            if state.isFinished { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            if state.hasLost { return nil }
            if state.items.count - state.head >= capacity {
                state.items.removeAll(keepingCapacity: true)
                state.head = 0
                state.hasLost = true
            } else {
                state.items.append(item)
            }
            return nil
        }
        waiter?.resume(returning: item)
    }

    /// The next item, or `nil` when the feed or the waiting task has ended.
    func next() async -> FeedItem? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now: FeedItem?? = state.withLock { state in
                    if let item = state.take() { return .some(item) }
                    if state.hasLost {
                        state.hasLost = false
                        return .some(.resync)
                    }
                    if state.isFinished || Task.isCancelled { return .some(nil) }
                    state.waiter = continuation
                    return nil
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            finish()
        }
    }

    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }
}

/// A place in the feed.
///
/// Read it from one task; dropping it ends it.
package final class FeedSubscription: AsyncSequence, Sendable {
    package typealias Element = FeedItem

    private let buffer: FeedBuffer
    private let takeTexts: @Sendable () -> [LivePiece]
    private let leave: @Sendable () -> Void

    init(
        buffer: FeedBuffer, takeTexts: @escaping @Sendable () -> [LivePiece] = { [] }, leave: @escaping @Sendable () -> Void
    ) {
        self.buffer = buffer
        self.takeTexts = takeTexts
        self.leave = leave
    }

    deinit { leave() }

    /// Wakes whoever reads the subscription with a ``FeedItem/pulse``.
    package func pulse() { buffer.push(.pulse) }

    /// What has come of the texts that are followed, at the beginning each as far as it is.
    package func texts() -> [LivePiece] { takeTexts() }

    package func makeAsyncIterator() -> Iterator { Iterator(subscription: self) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let subscription: FeedSubscription

        package mutating func next() async -> FeedItem? { await subscription.buffer.next() }

        package mutating func next(isolation actor: isolated (any Actor)?) async throws(Never) -> FeedItem? {
            await subscription.buffer.next()
        }
    }
}
