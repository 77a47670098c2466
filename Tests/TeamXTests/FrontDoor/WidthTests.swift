import Testing

@testable import teamx

/// Tables of figures, in a terminal of eighty columns.
@Suite(.timeLimit(.minutes(10)))
struct WidthTests {
    @Test func `usage, prices and routines fit`() async throws {
        try await ServerForTests.with { server in
            for line in [
                ["company", "create", "Aurora"], ["hire", "ceo", "--name", "Ada Wilhelmina Moreau-Lindqvist"],
                ["chat", "ada", "Hello"],
                [
                    "routine", "add", "Look after everything that was left lying", "--weekly", "mon,tue,wed,thu,fri 09:00",
                    "--zone", "America/Argentina/Buenos_Aires", "--assign", "ada",
                ],
            ] {
                let outcome = try await server.program.run(line)
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
            for line in [["usage"], ["usage", "--by", "employee"], ["prices"], ["routine", "list"]] {
                let outcome = try await server.program.run(line + ["--color", "never"], columns: 80)
                try #require(outcome.status == 0, "\(outcome.errors)")
                let wide = outcome.output.split(whereSeparator: \.isNewline).filter { $0.count > 80 }
                #expect(wide == [], "\(line)")
            }
            #expect(try await server.program.run(["usage", "--from", "2026-02-30"]).status == 64)
        }
    }
}
