import Synchronization

/// Hands values from one task to another, each when the other is ready for it.
///
/// One task sends and one receives. Nothing is stored up: the sender waits until its value is taken. Whoever ends the
/// hand-off first decides how it ends; cancelling a task that waits here ends it with `CancellationError`.
final class HandOff<Value: Sendable>: Sendable {
    private enum State {
        case quiet
        case offered(Value, CheckedContinuation<Void, any Error>)
        case wanted(CheckedContinuation<Value?, any Error>)
        case ended((any Error)?)
    }

    private let state = Mutex(State.quiet)

    /// Returns when the value has been taken.
    ///
    /// - Throws: `CancellationError` when the hand-off has ended and nobody will take it.
    func send(_ value: Value) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { state in
                    switch state {
                    case .wanted(let taker):
                        state = .quiet
                        taker.resume(returning: value)
                        continuation.resume()
                    case .quiet: state = .offered(value, continuation)
                    case .offered, .ended: continuation.resume(throwing: CancellationError())
                    }
                }
            }
        } onCancel: {
            end(throwing: CancellationError())
        }
    }

    /// The next value, or `nil` when the hand-off has ended well.
    ///
    /// - Throws: The error with which it ended.
    func next() async throws -> Value? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { state in
                    switch state {
                    case .offered(let value, let sender):
                        state = .quiet
                        sender.resume()
                        continuation.resume(returning: value)
                    case .ended(let error): continuation.resume(with: error.map(Result.failure) ?? .success(nil))
                    case .quiet: state = .wanted(continuation)
                    case .wanted: continuation.resume(throwing: CancellationError())
                    }
                }
            }
        } onCancel: {
            end(throwing: CancellationError())
        }
    }

    /// Ends the hand-off, unless it has ended already.
    func end(throwing error: (any Error)?) {
        state.withLock { state in
            switch state {
            case .ended: return
            case .quiet: break
            case .offered(_, let sender): sender.resume(throwing: CancellationError())
            case .wanted(let taker): taker.resume(with: error.map(Result.failure) ?? .success(nil))
            }
            state = .ended(error)
        }
    }
}
