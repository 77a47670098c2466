import Testing

@testable import teamx

/// `teamx budget`, as somebody types it.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct BudgetVerbTests {
    private let server: ServerForTests

    init() throws { server = try #require(ServerForTests.current) }

    private func run(_ words: String...) async throws -> String {
        let outcome = try await server.program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.errors)")
        return outcome.output
    }

    @Test func `a budget is set, changed, looked at and taken away`() async throws {
        #expect(try await run("budget", "set", "$500").contains("of $500 spent this month"))
        #expect(try await run("budget", "set", "250.50", "--warn", "50").contains("warns at 50 %, $125.25"))
        #expect(try await run("budget", "set", "5", "--employee", "noor", "--off").contains("switched off"))
        let list = try await run("budget", "list")
        #expect(list.contains("the company"))
        #expect(list.contains("Noor Haddad"))
        #expect(list.contains("$250.5"))
        #expect(try await run("budget", "show").contains("Spent this month"))
        #expect(try await run("budget", "show", "--employee", "noor").contains("Noor Haddad"))
        #expect(try await run("budget", "ledger", "-o", "json").hasPrefix("["))
        #expect(try await run("budget", "remove", "--employee", "noor").contains("any more"))
        let gone = try await server.program.run(["budget", "show", "--employee", "noor"])
        #expect(gone.status == 66)
        #expect(try await server.program.run(["budget", "set", "much"]).status != 0)
        // A page behind the first is asked for by its own mark alone.
        let page = APIPath("events").asking("after", "0").asking("limit", "500").asking("after", "531")
        #expect(page.description == "/api/events?limit=500&after=531")
        #expect(try await run("budget", "remove").contains("the company"))
    }
}
