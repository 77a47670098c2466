import Domain
import Synchronization

/// Lets as many calls to a provider go on at the same time as its cap allows, first come, first served.
final class CallCaps: Sendable {
    private struct Queue {
        var inUse = 0
        var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private struct State {
        var queues: [Provider.ID: Queue] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func enter(_ provider: Provider.ID, cap: Int) async throws {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let isIn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.queues[provider, default: Queue()].inUse < cap {
                        state.queues[provider, default: Queue()].inUse += 1
                        return true
                    }
                    state.queues[provider, default: Queue()].waiting.append((id, continuation))
                    return nil
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                guard let place = state.queues[provider]?.waiting.firstIndex(where: { $0.id == id }) else {
                    return CheckedContinuation<Bool, Never>?.none
                }
                return state.queues[provider]?.waiting.remove(at: place).continuation
            }
            waiting?.resume(returning: false)
        }
        guard isIn else { throw CancellationError() }
    }

    func leave(_ provider: Provider.ID) {
        let next = state.withLock { state in
            guard let first = state.queues[provider]?.waiting.first?.continuation else {
                state.queues[provider]?.inUse -= 1
                return CheckedContinuation<Bool, Never>?.none
            }
            state.queues[provider]?.waiting.removeFirst()
            return first
        }
        next?.resume(returning: true)
    }
}
