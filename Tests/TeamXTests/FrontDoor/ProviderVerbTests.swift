import Domain
import Foundation
import Testing

@testable import teamx

/// `teamx provider` and what is chosen among providers, as somebody types it.
@Suite(.timeLimit(.minutes(10)))
struct ProviderVerbTests {
    @discardableResult
    private static func succeed(_ server: ServerForTests, _ line: String...) async throws -> String {
        let outcome = try await server.program.run(line)
        try #require(outcome.status == 0, "\(line): \(outcome.errors)")
        return outcome.output + outcome.errors
    }

    @Test func `all settings of a provider have options, and what a kind does not know is refused`() async throws {
        try await ServerForTests.with { server in
            try await Self.succeed(
                server, "provider", "add", "Llama", "--kind", "openai-compatible", "--base-url", "http://127.0.0.1:9/v1", "--api",
                "responses", "--first-byte-seconds", "600")
            let row = try await Self.succeed(server, "provider", "list", "--json")
            #expect(row.contains(#""api":"responses""#))
            #expect(row.contains(#""first_byte_seconds":600"#))
            try await Self.succeed(
                server, "provider", "set", "llama", "--api", "auto", "--first-byte-seconds", "0", "--name", "Mine")
            try await Self.succeed(server, "provider", "set", "ollama-local", "--no-think")
            try await Self.succeed(server, "provider", "set", "anthropic", "--no-prompt-caching", "--default-model", "claude-x")
            let changed = try await Self.succeed(server, "provider", "list", "--json")
            #expect(!changed.contains("responses") && !changed.contains("first_byte_seconds"))
            #expect(changed.contains(#""base_url":"http://127.0.0.1:9/v1""#))
            #expect(changed.contains(#""name":"Mine""#))
            #expect(changed.contains(#""think":false"#))
            #expect(changed.contains(#""prompt_caching":false"#))
            for words in [["--think"], ["--prompt-caching"], ["--first-byte-seconds", "4000"], ["--api", "chats"], []] {
                #expect(try await server.program.run(["provider", "set", "llama"] + words).status == 64, "\(words)")
            }
        }
    }

    @Test func `a provider that was taken away is not another of its kind`() async throws {
        try await ServerForTests.with { server in
            try await Self.succeed(
                server, "provider", "add", "OpenAI EU", "--kind", "openai", "--base-url", "https://eu.api.openai.com/v1")
            try await Self.succeed(server, "provider", "disable", "openai-eu")
            try await Self.succeed(server, "provider", "remove", "openai")
            for line in [["provider", "enable", "openai"], ["key", "set", "openai", "--from-env", "HOME"]] {
                let outcome = try await server.program.run(line)
                #expect(outcome.status == 66)
                #expect(outcome.errors.contains("Did you mean OpenAI EU, whose id is openai-eu?"))
            }
            let rows = try JSONValue(parsing: try await server.program.run(["provider", "list", "--json"]).output).array ?? []
            #expect(rows.first { $0["id"] == "openai-eu" }?["enabled"] == false)
            #expect(rows.first { $0["id"] == "openai-eu" }?["has_key"] == false)
        }
    }

    @Test func `an order of failover says who is passed over`() async throws {
        try await ServerForTests.with { server in
            try await Self.succeed(server, "company", "create", "Aurora")
            let company = try await server.program.run(["company", "failover", "groq"], columns: 80)
            #expect(company.status == 0)
            #expect((company.output + company.errors).contains("Groq is switched off and is passed over"))
            #expect((company.output + company.errors).contains("provider enable groq"))
            let shown = try await server.program.run(["company", "failover"], columns: 80)
            #expect((shown.output + shown.errors).contains("Groq is switched off and is passed over"))
            try await Self.succeed(server, "provider", "enable", "groq")
            let all = try await server.program.run(["settings", "set", "failover", #"["groq"]"#], columns: 80)
            #expect((all.output + all.errors).contains("Groq is not set up and is passed over"))
        }
    }

    @Test func `an employee's model is shown, and one that is not private enough for them is refused`() async throws {
        try await ServerForTests.with { server in
            try await Self.succeed(server, "company", "create", "Aurora")
            try await Self.succeed(server, "hire", "ceo", "--name", "Ada")
            #expect(try await Self.succeed(server, "employee", "show", "ada").contains("model       the company’s provider"))
            try await Self.succeed(server, "employee", "model", "ada", "--privacy", "local")
            let refused = try await server.program.run(["employee", "model", "ada", "--provider", "anthropic"])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("Anthropic is of the privacy tier proprietary-cloud"))
            try await Self.succeed(server, "employee", "model", "ada", "--provider", "practice", "--model", "practice+half")
            let shown = try await Self.succeed(server, "employee", "show", "ada")
            #expect(shown.contains("model       practice and its model practice+half, nothing less private than local"))
            #expect(try await Self.succeed(server, "help", "practice-model").contains("practice+stall/3"))
        }
    }
}
