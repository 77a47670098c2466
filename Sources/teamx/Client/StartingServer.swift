import Store

/// A server that was started a moment ago, as by `teamx serve &` in the line before.
struct StartingServer: Sendable {
    /// How long somebody who has the data directory may take until they listen.
    static let patience: Duration = .seconds(10)
    /// How long a process may take until it has the data directory.
    static let grace: Duration = .milliseconds(500)
    private static let pause: Duration = .milliseconds(50)

    private let data: String?
    private let holder: @Sendable (String) -> LockHolder?

    /// - Parameter holder: Who holds a data directory.
    init(
        _ wishes: ServerLocation.Wishes, environment: [String: String],
        holder: @escaping @Sendable (String) -> LockHolder? = { RunningServer.holder(at: $0) }
    ) {
        data = wishes.named(environment: environment) == nil ? wishes.data : nil
        self.holder = holder
    }

    /// Whether it is worth waiting on, after this time.
    func isAwaited(after time: Duration) -> Bool {
        guard let data else { return false }
        guard let holder = holder(data) else { return time < Self.grace }
        return holder.address == nil && time < Self.patience
    }

    /// Waits until the server of the data directory listens, as long as that may still happen.
    func wait() async throws {
        let began = ContinuousClock.now
        while isAwaited(after: ContinuousClock.now - began) { try await Task.sleep(for: Self.pause) }
    }
}
