import Domain

/// Shows a company at work on a goal, live, until it is reached or nothing goes on any more.
struct WorkView: Sendable {
    let company: String
    let goal: String
    /// Whether what happens is told line by line, and not in the bottom line alone.
    var tellsStory = true
    /// How long to watch at most.
    var limit: Duration?

    /// How it ended.
    struct Outcome: Sendable {
        let isAchieved: Bool
        let story: WorkStory
        let goal: String
    }

    /// Follows the events from behind `seq`.
    ///
    /// - Throws: ``APIFailure``; ``CommandFailure`` with status 75 when the time is over.
    func follow(_ client: APIClient, _ console: Console, after seq: Int) async throws -> Outcome {
        let known = try await client.lastEvent(of: company)
        let screen = WorkScreen(self, client, console, end: WorkEnd(after: seq, known: known, now: .now))
        if seq > 0 {
            let path = APIPath.company(company, "events").asking("after", "0")
            await screen.learn(try await client.list(path, limit: seq).items.compactMap(EventRecord.init))
        }
        defer { console.eraseStatus() }
        try await client.watch(
            company, after: seq,
            take: { item in
                await screen.take(item)
                return .on
            }, tick: { try await screen.tick() })
        return await screen.outcome
    }
}
