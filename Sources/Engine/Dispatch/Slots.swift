import Synchronization

/// Counts the turns that go on at the same time.
final class Slots: Sendable {
    private struct State {
        var total: Int
        var inUse = 0
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(_ total: Int) { state = Mutex(State(total: max(1, total))) }

    var free: Int { state.withLock { max(0, $0.total - $0.inUse) } }

    var inUse: Int { state.withLock { $0.inUse } }

    /// Changes how many there are; turns that go on beyond that are not stopped.
    func resize(to total: Int) { state.withLock { $0.total = max(1, total) } }

    func take() { state.withLock { $0.inUse += 1 } }

    func give() {
        let waiter = state.withLock { state in
            state.inUse -= 1
            guard state.inUse == 0 else { return CheckedContinuation<Void, Never>?.none }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns when nothing is in use, or at once when the task is cancelled.
    ///
    /// One may wait at a time.
    func waitUntilFree() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isFree = state.withLock { state in
                    guard state.inUse > 0, !Task.isCancelled else { return true }
                    state.waiter = continuation
                    return false
                }
                if isFree { continuation.resume() }
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
