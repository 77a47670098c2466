import Domain
import Foundation
import Testing

@testable import teamx

/// `teamx demo` on a directory where a company is at work.
@Suite(.timeLimit(.minutes(10)))
struct DemoTests {
    @Test func `it goes on with the company's own goal and model`() async throws {
        try await ServerForTests.with { server in
            let program = server.program
            let data = try #require(program.environment["TEAMX_DATA"])
            try "Old".write(toFile: program.folder + "/old.md", atomically: true, encoding: .utf8)
            for line in [
                ["company", "create", "At Work"], ["company", "pause"], ["hire", "ceo", "--name", "Ada Moreau"],
                ["provider", "use", "practice", "--model", "mine"], ["goal", "create", "Mend a toaster"], ["company", "resume"],
                ["file", "upload", "old.md"],
                ["stop"],
            ] { #expect(try await program.run(line).status == 0) }
            // A model without a provider is asked of the company's own.
            let words = [
                "demo", "--model", "theirs", "--data", data, "--port", "0", "--practice-pace", "0", "--exit-when-done", "--json",
            ]
            var outcome = try await program.run(words)
            // The server needs a moment to let the directory go.
            for _ in 0..<100 where outcome.status == 75 { outcome = try await program.run(words) }
            #expect(outcome.status == 0, "\(outcome.errors)")
            let summary = try JSONValue(parsing: outcome.output)
            #expect(summary.text("goal") == "Mend a toaster")
            #expect(summary["achieved"]?.bool == true)
            #expect(summary["practice"]?.bool == true)
            let files = (summary["files"]?.array ?? []).map { $0.text("original_name") }
            #expect(!files.isEmpty && !files.contains("old.md"))
            #expect(outcome.errors.contains("At Work goes on with its goal: Mend a toaster"))
            #expect(!outcome.errors.contains("sqlite-vec"))
            let again = try await program.run(["demo", "--port", "0", "--model", "theirs", "--exit-when-done"])
            #expect(again.status == 64)
        }
    }

    @Test func `a port in use is said, and no directory is left`() async throws {
        try await ServerForTests.with { server in
            let port = try #require(server.location.address.split(separator: ":").last.map(String.init))
            let outcome = try await server.program.run(["demo", "--port", port], with: ["TMPDIR": server.program.folder])
            #expect(outcome.status == 75)
            #expect(outcome.errors.contains("Port \(port) is in use by another teamx"))
            let left = try FileManager.default.contentsOfDirectory(atPath: server.program.folder)
            #expect(!left.contains { $0.hasPrefix("team-x-demo") })
        }
    }
}
