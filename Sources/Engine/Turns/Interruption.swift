import Synchronization

/// How a turn's model call is cut off from outside, before the turn itself would look up.
///
/// Only the call is: what is written of its end is not.
final class Interruption: Sendable {
    private struct State {
        var isRaised = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    var isRaised: Bool { state.withLock(\.isRaised) }

    /// Cuts off what goes on now, and keeps what comes from beginning.
    func raise() {
        let waiter = state.withLock { state in
            state.isRaised = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Runs `body`, whose task is cancelled when the interruption is raised.
    ///
    /// Returns what `body` came to, also when it was cut off, and `nil` when it did not begin. One may go on at a time.
    func during<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value? {
        guard !isRaised else { return nil }
        return await withTaskGroup(of: Value?.self) { group in
            group.addTask { await body() }
            group.addTask {
                await self.wait()
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            if let first { return first }
            return await group.next() ?? nil
        }
    }

    /// Returns when the interruption is raised or the task is cancelled.
    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isRaised || Task.isCancelled { return true }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}
