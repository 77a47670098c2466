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
        let time = ManualTime()
        let engine = try SQLiteEngine(path: data + "/team-x.sqlite", time: time, ids: IDGenerator()) { _ in }
        let broken = try await engine.read { transaction -> [String] in
            let rules: [(String, SQL)] = [
                ("a ticket is not done", "SELECT id FROM tickets WHERE status <> 'done'"),
                ("a run is not ended", "SELECT id FROM runs WHERE status = 'running' OR ended_at IS NULL"),
                ("work is left", "SELECT id FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')"),
                ("a checkout is left", "SELECT id FROM ticket_checkouts WHERE status = 'active'"),
                (
                    "a ticket was closed twice",
                    "SELECT json_extract(payload_json, '$.ticket_id') t FROM events WHERE event_type = 'ticket.closed' GROUP BY t HAVING count(*) > 1"
                ),
                ("two tickets have one title", "SELECT title FROM tickets GROUP BY parent_ticket_id, title HAVING count(*) > 1"),
                ("somebody was hired twice", "SELECT name FROM employees GROUP BY name HAVING count(*) > 1"),
                (
                    "a message has no event, or two",
                    "SELECT m.id FROM messages m WHERE (SELECT count(*) FROM events e WHERE e.event_type = 'message.persisted' AND json_extract(e.payload_json, '$.message_id') = m.id) <> 1"
                ),
                (
                    "a run is not charged rightly",
                    "SELECT r.id FROM runs r LEFT JOIN budget_ledger_entries l ON l.run_id = r.id AND l.scope_kind = 'company' WHERE coalesce(l.amount_usd, '?') <> r.cost_usd"
                ),
                ("a foreign key dangles", "SELECT 1 FROM pragma_foreign_key_check"),
                (
                    "a file was written twice for one ticket in one round",
                    "SELECT ticket_id FROM ticket_attachments GROUP BY ticket_id, file_id HAVING count(*) > 1"
                ),
            ]
            var broken = try rules.filter { try transaction.exists($0.1) }.map(\.0)
            for company in try Event.companies(in: transaction) {
                if let flaw = try Event.verify(company, in: transaction).flaw { broken.append("chain: \(flaw.reason)") }
            }
            if try Goal.list(of: try #require(Event.companies(in: transaction).first), in: transaction).first?.status != .achieved
            {
                broken.append("the goal is not achieved")
            }
            return broken
        }
        try await engine.close()
        #expect(broken == [])
    }
}
