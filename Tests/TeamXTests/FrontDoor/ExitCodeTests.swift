import Foundation
import Testing

@testable import teamx

/// The numbers that scripts rely on, from the program itself.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct ExitCodeTests {
    private let server: ServerForTests

    init() throws { server = try #require(ServerForTests.current) }

    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let status: teamx.ExitStatus
        var environment: [String: String] = [:]
        var testDescription: String { "\(line): \(status.rawValue)" }

        init(_ line: String, _ status: teamx.ExitStatus, _ environment: [String: String] = [:]) {
            self.line = line
            self.status = status
            self.environment = environment
        }
    }

    @Test(arguments: [
        Case("", .ok), Case("--help", .ok), Case("--version", .ok), Case("help output", .ok), Case("ticket list --help", .ok),
        Case("question list", .ok), Case("version -v", .ok), Case("status", .ok), Case("companies list", .ok),
        Case("provider test ollama-local", .failed), Case("verify --data /dev/null/x", .failed), Case("bogus", .usage),
        Case("ticket list -o xml", .usage), Case("ticket list --limit 0", .usage), Case("events --limit 0", .usage),
        Case("company use", .usage), Case("ticket create T --priority soon", .usage), Case("ticket comment 2 X --wait", .usage),
        Case("ticket show 99", .notFound), Case("ticket list -c none", .notFound), Case("run show 0P7C95", .notFound),
        Case("file cat none.md", .notFound), Case("queue --server 127.0.0.1:9", .unreachable),
        Case("company create Again --slug aurora-works", .conflict), Case("ticket unblock 1", .conflict),
        Case("ticket create T --assign noor --wait --timeout 1", .tryAgain),
        Case("goal create G --wait --timeout 1", .tryAgain), Case("ticket comment 1 X --wait --timeout 1", .tryAgain),
        Case("db status", .tryAgain), Case("chat ada Hello", .tryAgain), Case("goal create G --watch", .tryAgain),
        Case("ticket create T --assign noor --wait", .tryAgain), Case("status --data none", .unreachable),
        Case("stop --data none", .unreachable), Case("hire wizard", .notFound), Case("provider use none", .notFound),
        Case("ticket assign 2 nobody", .notFound), Case("ticket reopen 2", .conflict), Case("file upload none.md", .notFound),
        Case("employee guide noor Hello", .conflict), Case("run stop 0P7C95", .notFound), Case("employee stop nobody", .notFound),
        Case("queue", .notAllowed, ["TEAMX_TOKEN": "wrong"]),
    ])
    func `a command ends with its number`(_ sample: Case) async throws {
        let words = sample.line.split(separator: " ").map(String.init)
        let outcome = try await server.program.run(words, with: sample.environment)
        #expect(outcome.status == sample.status.rawValue, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty || sample.status != .ok)
    }

    @Test func `Ctrl-C is 130`() async throws {
        let process = server.program.process(["events", "--follow", "--after", "0", "-o", "ids"])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        _ = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: output.fileHandleForReading.availableData) }
        }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == teamx.ExitStatus.interrupted.rawValue)
    }

    @Test func `work that ends badly is 2, work that ends well is 0`() async throws {
        // A company of its own, with nobody above who could review: what is written is done.
        for line in [
            ["company", "create", "At Work"], ["hire", "content-writer", "--name", "Mira", "--company", "at-work"],
        ] { _ = try await server.program.run(line) }
        let wait = ["--wait", "--timeout", "60", "--company", "at-work"]
        let good = try await server.program.run(["ticket", "create", "A note", "--assign", "mira"] + wait)
        #expect(good.status == 0, "\(good.errors)")
        #expect(good.output.hasPrefix("#1 done in "))
        _ = try await server.program.run(["ticket", "create", "Nobody's", "--company", "at-work"])
        let nobody = try await server.program.run(["ticket", "comment", "2", "More?"] + wait)
        #expect(nobody.status == 64, "\(nobody.errors)")
    }
}
