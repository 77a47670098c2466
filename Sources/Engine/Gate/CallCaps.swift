import Domain
import Synchronization

/// Lets as many calls to a kind of provider go on at the same time as the kind allows, first come, first served.
final class CallCaps: Sendable {
    private struct Queue {
        var inUse = 0
        var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private struct State {
        var queues: [ProviderKind: Queue] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func enter(_ kind: ProviderKind) async throws {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let cap = kind.defaults.concurrencyCap
        let isIn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.queues[kind, default: Queue()].inUse < cap {
                        state.queues[kind, default: Queue()].inUse += 1
                        return true
                    }
                    state.queues[kind, default: Queue()].waiting.append((id, continuation))
                    return nil
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                guard let place = state.queues[kind]?.waiting.firstIndex(where: { $0.id == id }) else {
                    return CheckedContinuation<Bool, Never>?.none
                }
                return state.queues[kind]?.waiting.remove(at: place).continuation
            }
            waiting?.resume(returning: false)
        }
        guard isIn else { throw CancellationError() }
    }

    func leave(_ kind: ProviderKind) {
        let next = state.withLock { state in
            guard let first = state.queues[kind]?.waiting.first?.continuation else {
                state.queues[kind]?.inUse -= 1
                return CheckedContinuation<Bool, Never>?.none
            }
            state.queues[kind]?.waiting.removeFirst()
            return first
        }
        next?.resume(returning: true)
    }
}
