import Domain
import Synchronization

/// Lets as many calls to a provider go on at the same time as its cap allows, first come, first served.
package final class CallCaps: Sendable {
    private enum Admission {
        case atOnce
        case afterWaiting
        case cancelled
    }

    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Admission, Never>
    }

    private struct Queue {
        var cap = 1
        var inUse = 0
        var waiting: [Waiter] = []

        /// Those who wait and have room now, the first first.
        mutating func admit() -> [Waiter] {
            let admitted = Array(waiting.prefix(max(0, cap - inUse)))
            waiting.removeFirst(admitted.count)
            inUse += admitted.count
            return admitted
        }
    }

    private struct State {
        var queues: [Provider.ID: Queue] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Returns when the call may go on, and whether it had to wait for that.
    ///
    /// Each is to be followed by ``leave(_:)``.
    ///
    /// - Parameter cap: How many calls may go on from now on; those that do are not stopped.
    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func enter(_ provider: Provider.ID, cap: Int) async throws -> Bool {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let admission = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Admission, Never>) in
                let admitted: [Waiter]? = state.withLock { state in
                    if Task.isCancelled { return nil }
                    state.queues[provider, default: Queue()].cap = max(1, cap)
                    state.queues[provider, default: Queue()].waiting.append(Waiter(id: id, continuation: continuation))
                    return state.queues[provider, default: Queue()].admit()
                }
                guard let admitted else { return continuation.resume(returning: .cancelled) }
                for waiter in admitted { waiter.continuation.resume(returning: waiter.id == id ? .atOnce : .afterWaiting) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.queues[provider]?.waiting.firstIndex { $0.id == id }.flatMap {
                    state.queues[provider]?.waiting.remove(at: $0)
                }
            }
            waiter?.continuation.resume(returning: .cancelled)
        }
        guard admission != .cancelled else { throw CancellationError() }
        return admission == .afterWaiting
    }

    func leave(_ provider: Provider.ID) {
        let admitted = state.withLock { state in
            state.queues[provider, default: Queue()].inUse -= 1
            return state.queues[provider, default: Queue()].admit()
        }
        for waiter in admitted { waiter.continuation.resume(returning: .afterWaiting) }
    }
}
