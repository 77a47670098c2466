import Domain
import Foundation
import TestSupport
import Testing

/// Prices and usage as a person sees them.
@Suite(.timeLimit(.minutes(10)))
struct MoneyTests {
    @Test func `a price that was imported counts from the next call on`() async throws {
        try await withFakeModelServer { fake in
            fake.answerOtherwise(.text("Hello.", usage: TokenUsage(prompt: 10_000, completion: 1000)))
            try await ServerForTests.with { server async throws in
                func run(_ line: String...) async throws -> String {
                    let outcome = try await server.program.run(line)
                    try #require(outcome.status == 0, "\(line): \(outcome.errors)")
                    return outcome.output + outcome.errors
                }
                _ = try await run(
                    "provider", "add", "Fake", "--kind", "openai-compatible", "--base-url", fake.baseURL, "--default-model",
                    "fake-large", "--privacy-tier", "proprietary-cloud")
                _ = try await run("company", "create", "Aurora")
                _ = try await run("hire", "ceo", "--name", "Ada")
                _ = try await run("chat", "ada", "Hello")
                let unknown = try await run("usage")
                #expect(unknown.contains("openai-compatible/fake-large\t1\t10000\t0\t1000\t\t\t1 call"))
                let path = server.program.folder + "/ours.json"
                let list = #"""
                    {"version":1,"currency":"USD","entries":[
                    {"kind":"openai-compatible","model":"fake-*","input":"200","output":"1000","per_request":"0.5"}]}
                    """#
                try list.write(toFile: path, atomically: true, encoding: .utf8)
                #expect(try await run("prices", "diff", path).contains("new\topenai-compatible\tfake-*\tinput\t\t200"))
                #expect(try await run("prices", "import", path).contains("1 price of yours comes before the list now."))
                #expect(try await run("prices", "--kind", "openai-compatible").contains("fake-*\t200\t1000"))
                _ = try await run("chat", "ada", "Hello again")
                #expect(try await run("usage").contains("\t2\t20000\t0\t2000\t$3.50\t\t1 call"))
                #expect(try await run("usage", "--by", "provider").contains("Fake\t2\t20000"))
                let ledger = try await run("budget", "ledger")
                #expect(ledger.contains("\tfake-large\t$3.5\t\t\t"))
                #expect(ledger.contains("\tfake-large\t\t\t1 call\t"))
                let spending = try await run("budget", "show")
                #expect(spending.contains("Spent this month: $3.5\nNot in it: 1 call whose price is not known."))
                #expect(spending.contains("  Fake: $3.5; 1 call of unknown price"))
                #expect(try await run("company", "show").contains("$3.50, without 1 call whose price is not known"))
                let budget = try await run("budget", "set", "50")
                #expect(budget.contains("$3.5 of $50 spent this month"))
                #expect(budget.contains("Not in it: 1 call whose price is not known."))
                #expect(try await run("budget", "list").contains("$50\t$3.5\t$46.5\t\t1 call\tok"))
                #expect(try await run("usage", "--by", "employee", "--json").contains(#""amount_usd":"3.5""#))
                #expect(try await run("prices", "reset").contains("The program's own prices count."))
                #expect(try await server.program.run(["usage", "--from", "yesterday"]).status == 64)
                try #"{"entries":7}"#.write(toFile: path, atomically: true, encoding: .utf8)
                #expect(try await server.program.run(["prices", "import", path]).status != 0)
                #expect(try await server.program.run(["prices", "diff", path]).status != 0)
            }
        }
    }
}
