import Testing

@testable import teamx

/// The commands about what is told and remembered, as somebody types them.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct MemoryVerbTests {
    private let server: ServerForTests

    init() throws { server = try #require(ServerForTests.current) }

    private func run(_ words: String...) async throws -> String {
        let outcome = try await server.program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.errors)")
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func `a conversation is looked at, summed up and taken up`() async throws {
        let threads = try await run("thread", "list", "-o", "ids")
        let thread = String(try #require(threads.split(separator: "\n").first))
        let context = try await run("context", thread, "--employee", "noor")
        #expect(context.contains("Noor Haddad"))
        #expect(context.contains("ticket"))
        #expect(context.contains("#1"))
        #expect(try await run("context", thread, "--full").contains("## Ticket #1"))

        #expect(try await run("thread", "digest", thread).contains("No summary yet."))
        #expect(try await run("thread", "digest", thread, "--write", "Noor writes.").contains("Noor writes."))
        let fact = try await run("thread", "pin", thread, "Nobody uses a knife.", "-q")
        #expect(try await run("thread", "pin", thread, "Use no knife.", "--replacing", fact).contains("Pinned"))
        #expect(try await run("thread", "digest", thread).contains("Use no knife."))
        #expect(try await run("context", thread, "--full").contains("- Use no knife."))
        let other = try await run("thread", "pin", thread, "Knock first.", "-q")
        let rows = try await run("thread", "order-pins", thread, other)
        let facts = rows.split(separator: "\n").compactMap { $0.firstRange(of: "Knock") ?? $0.firstRange(of: "knife") }
        #expect(facts.map { String(rows[$0]) } == ["Knock", "knife"])
        #expect(try await run("thread", "unpin", thread, fact) == "Unpinned.")

        let checkpoint = try await run("checkpoint", "create", thread, "Half of it.", "--next", "The rest.", "-q")
        #expect(try await run("checkpoint", "list").contains("manual"))
        #expect(try await run("checkpoint", "show", checkpoint).contains("The rest."))
        #expect(try await run("checkpoint", "resume", checkpoint).contains("Noor Haddad goes on with it: pending."))
        #expect(try await run("checkpoint", "list", "--thread", thread).contains("yes"))
    }
}
