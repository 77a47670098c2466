import Domain
import Store
import Testing

/// The database's own guards of the event log.
struct SchemaEventLogTests {
    /// Statements that would change the log, given that `a`, `b` have the numbers 1, 2 of company `c`, in the rows 1 and 2.
    static let attempts: [SQL] = [
        "UPDATE events SET payload_json = '{}' WHERE id = 'a'",
        "UPDATE OR REPLACE events SET id = 'a' WHERE id = 'b'",
        "UPDATE events SET seq = 0",
        "DELETE FROM events WHERE id = 'b'",
        "DELETE FROM events",
        insertion("INSERT OR REPLACE", id: "a", seq: 3),
        insertion("REPLACE", id: "a", seq: 3),
        insertion("INSERT OR REPLACE", id: "new", seq: 1),
        insertion("INSERT OR REPLACE", id: "new", seq: 2),
        insertion("INSERT OR REPLACE", rowid: 1, id: "new", seq: 3),
        insertion("INSERT OR REPLACE", rowid: 2, id: "new", seq: 0),
        insertion("INSERT", rowid: -1, id: "new", seq: 3),
        insertion("INSERT OR REPLACE", rowid: -7, id: "new", seq: 0),
        insertion("INSERT", id: "new", seq: 2),
        insertion("INSERT", id: "new", seq: 4),
        insertion("INSERT", id: "new", seq: -1),
        insertion("INSERT", id: "a", seq: 3) + "ON CONFLICT (id) DO UPDATE SET payload_json = '{}'",
        insertion("INSERT", id: "new", seq: 2) + "ON CONFLICT DO UPDATE SET hash = ''",
    ]

    @Test(arguments: attempts, [true, false])
    func `what would change the log is refused`(attempt: SQL, recursiveTriggers: Bool) async throws {
        let engine = try await filled()
        let before = try await engine.read { try $0.log() }
        await #expect(throws: StoreError.self) {
            try await engine.write { transaction in
                try transaction.execute(recursiveTriggers ? "PRAGMA recursive_triggers = ON" : "PRAGMA recursive_triggers = OFF")
                try transaction.execute(attempt)
            }
        }
        let after = try await engine.read { try $0.log() }
        #expect(after == before)
    }

    @Test func `each company counts for itself, and rows from before the chain carry no number`() async throws {
        let engine = try await filled()
        try await engine.write { transaction in
            try transaction.execute(Self.insertion("INSERT", id: "third", seq: 3))
            try transaction.execute(Self.insertion("INSERT", id: "old", seq: 0))
            try transaction.execute(Self.insertion("INSERT", id: "older", seq: 0))
            try transaction.execute(Self.insertion("INSERT", id: "other", company: "d", seq: 1))
            try transaction.execute(Self.insertion("INSERT", id: "fourth", seq: 4))
        }
        let log = try await engine.read { try $0.log() }
        #expect(log.map(\.id.rawValue) == ["a", "b", "third", "old", "older", "other", "fourth"])
    }

    @Test func `events outlive their company`() async throws {
        let engine = try await filled()
        try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            try transaction.execute("DELETE FROM companies")
        }
        let log = try await engine.read { try $0.log() }
        #expect(log.count == 2)
    }

    private func filled() async throws -> SQLiteEngine {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            try transaction.execute(Self.insertion("INSERT", id: "a", seq: 1))
            try transaction.execute(Self.insertion("INSERT", id: "b", seq: 2))
        }
        return engine
    }

    private static func insertion(_ verb: StaticString, rowid: Int? = nil, id: String, company: String = "c", seq: Int) -> SQL {
        let start: SQL = verb.description == "INSERT" ? "INSERT" : verb.description == "REPLACE" ? "REPLACE" : "INSERT OR REPLACE"
        let row: SQL = rowid.map { "SELECT \($0), " } ?? "SELECT coalesce(max(rowid), 0) + 1, "
        let source: SQL = rowid == nil ? "FROM events WHERE true" : "WHERE true"
        return start + "INTO events (rowid, id, company_id, actor_id, actor_kind, event_type, payload_json, created_at, seq)"
            + row
            + "\(id), \(company), 'u', 'user', 'test.happened', '{}', 1, \(seq)" + source
    }
}

extension Transaction {
    fileprivate func log() throws -> [Event] { try select(Event.self, "ORDER BY rowid") }
}
