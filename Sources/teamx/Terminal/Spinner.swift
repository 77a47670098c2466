/// Shows that something is being waited for, once that takes longer than people think nothing of.
struct Spinner: Sendable {
    static let patience: Duration = .milliseconds(200)
    private static let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"]

    let console: Console

    /// Runs `body`, with `text` turning in the bottom line after 0.2 s.
    func whileWaiting<Result: Sendable>(
        for text: String, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        guard console.terminal.canRedraw, !console.isQuiet else { return try await body() }
        defer { console.eraseStatus() }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try? await Task.sleep(for: Self.patience)  // cancelled when the work is done
                var frame = 0
                while !Task.isCancelled {
                    console.showStatus("\(Self.frames[frame % Self.frames.count]) \(text)")
                    frame += 1
                    try? await Task.sleep(for: StatusLine.interval)  // as above
                }
                return nil
            }
            defer { group.cancelAll() }
            while let finished = try await group.next() {
                if let finished { return finished }
            }
            throw CancellationError()
        }
    }
}
