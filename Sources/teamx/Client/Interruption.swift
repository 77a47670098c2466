import UnixSignals

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What Ctrl-C does: the terminal is left in order, and the process ends as interrupted.
enum Interruption {
    /// Runs `body`.
    ///
    /// Ctrl-C ends the process at once: a command that only talks to a server leaves nothing half done, and the server notices
    /// that nobody listens any more.
    ///
    /// - Parameter choice: What is done instead the first time, where there is something.
    static func ending(
        _ console: Console, unless choice: InterruptionChoice = InterruptionChoice(),
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigint)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await body() }
            group.addTask {
                await withDiscardingTaskGroup { answers in
                    for await _ in signals {
                        guard let first = choice.take() else { end(console) }
                        answers.addTask { await first() }
                    }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Waits for Ctrl-C until cancelled.
    ///
    /// The first time `first` is told; the second time the process ends whatever happens.
    static func watch(_ console: Console, first: @Sendable () -> Void) async {
        var isFirst = true
        for await _ in await UnixSignalsSequence(trapping: .sigint) {
            if isFirst { first() } else { end(console) }
            isFirst = false
        }
    }

    private static func end(_ console: Console) -> Never {
        console.eraseStatus()
        exit(ExitStatus.interrupted.rawValue)
    }
}
