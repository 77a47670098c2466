import Domain

extension APIClient {
    /// Follows a company's events like ``follow(_:after:patience:_:)``, and calls `tick` ten times a second beside it, so that
    /// what is shown lives while nothing happens.
    ///
    /// Ends when either has enough.
    ///
    /// - Throws: ``APIFailure``, and what `take` and `tick` throw.
    func watch(
        _ company: String, after seq: Int, take: @escaping @Sendable (StreamItem) async throws -> Follow,
        tick: @escaping @Sendable () async throws -> Follow
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follow(company, after: seq, take) }
            group.addTask {
                while try await tick() == .on { try await Task.sleep(for: StatusLine.interval) }
            }
            defer { group.cancelAll() }
            _ = try await group.next()
        }
    }
}
