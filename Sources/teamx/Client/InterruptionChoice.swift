import Synchronization

/// What Ctrl-C does the first time instead of ending the process, while there is something better to do.
final class InterruptionChoice: Sendable {
    private let action = Mutex<(@Sendable () async -> Void)?>(nil)

    /// From now on Ctrl-C does this, once.
    func first(_ action: @escaping @Sendable () async -> Void) { self.action.withLock { $0 = action } }

    func clear() { action.withLock { $0 = nil } }

    func take() -> (@Sendable () async -> Void)? {
        action.withLock { action in
            defer { action = nil }
            return action
        }
    }
}
