import Domain
import Foundation
import Store
import TestSupport
import Testing

/// The program itself, ended without warning in the middle of its work.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct KillTests {
    @Test func `a goal is reached with every ticket done once, however often the server is killed`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "team-x-kill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = SeededRandom(seed: 20_261_124)
        var kills = 0
        var lines = 0
        while let reached = try run(
            data: folder.path(percentEncoded: false), lines: lines + Int.random(in: 1...10, using: &random))
        {
            lines = reached
            kills += 1
            try #require(kills < 60, "the goal is not reached")
        }
        #expect(kills > 0)
        try await check(folder.path(percentEncoded: false))
    }

    /// Runs the demo until it ends, or kills it when it has told of `lines` things that happened.
    ///
    /// It begins with what happened before. Tells how many it was told of, or `nil` when it came to its end.
    private func run(data: String, lines: Int) throws -> Int? {
        let process = Program.process([
            "demo", "--data", data, "--port", "0", "--exit-when-done", "--goal", "Open a repair café", "--practice-pace", "5",
        ])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var told = 0
        while told < lines {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { break }
            told += bytes.count { $0 == UInt8(ascii: "\n") }
        }
        guard told < lines else {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            return told
        }
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the demo failed")
        return nil
    }

    private func check(_ data: String) async throws {
        let flaws = try await DatabaseFlaws.reading(data) { transaction -> [String] in
            var flaws = try DatabaseFlaws.found(in: transaction)
            if try transaction.exists("SELECT id FROM tickets WHERE status <> 'done'") { flaws.append("a ticket is not done") }
            let goal = try Goal.list(of: try #require(Event.companies(in: transaction).first), in: transaction).first
            if goal?.status != .achieved { flaws.append("the goal is not achieved") }
            return flaws
        }
        #expect(flaws == [])
    }
}
