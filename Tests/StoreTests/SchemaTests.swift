import Domain
import Testing

@testable import Store

/// The database against the documented schema, column by column.
struct SchemaTests {
    @Test func `the fixture tells of 44 tables with 496 columns`() throws {
        let fixture = try SchemaFixture.load()
        let columns = fixture.tables.flatMap(\.columns)
        #expect(fixture.tables.count == 44)
        #expect(columns.count == 496)
        #expect(columns.count { $0.references != nil } == 89)
        #expect(columns.count { $0.default != nil } == 97)
        #expect(columns.count { $0.oneOf != nil } == 2)
        #expect(fixture.tables.flatMap { $0.indexes ?? [] }.count == 11)
    }

    @Test(arguments: SchemaFixture.documented)
    func `every documented column is there with its type, nullability, default and place in the key`(
        table: SchemaFixture.Table
    ) async throws {
        let engine = try await SchemaDatabase.migrated()
        let found = try await engine.read { try $0.tableInfo(table.name) }
        for column in table.columns {
            let keyPlace = table.primaryKey?.firstIndex(of: column.name).map { $0 + 1 } ?? (column.primaryKey == true ? 1 : 0)
            let expected = ColumnInfo(
                name: column.name, type: column.type, isNotNull: column.notNull == true, defaultSQL: column.default,
                keyPlace: keyPlace)
            #expect(found.contains(expected), "\(table.name).\(column.name)")
        }
        let documented = Set(table.columns.map(\.name))
        let ours = found.filter { !documented.contains($0.name) }
        #expect(ours.allSatisfy { !$0.isNotNull || $0.defaultSQL != nil }, "columns of ours never stand in the way of an insert")
    }

    @Test(arguments: SchemaFixture.documented)
    func `every documented reference is there and does on deletion what we chose`(table: SchemaFixture.Table) async throws {
        let engine = try await SchemaDatabase.migrated()
        let found = try await engine.read { try $0.references(table.name) }
        let expected = table.columns.compactMap { column in
            column.references.map { "\(column.name) -> \($0) \(column.onDelete ?? "NO ACTION")" }
        }
        #expect(Set(found) == Set(expected))
    }

    @Test(arguments: SchemaFixture.documented)
    func `every documented uniqueness is enforced by an index, and no other over documented columns`(
        table: SchemaFixture.Table
    ) async throws {
        let engine = try await SchemaDatabase.migrated()
        let documented = Set(table.columns.map(\.name))
        let found = try await engine.read { try $0.uniqueness(table.name) }.filter { documented.isSuperset(of: $0.columns) }
        // A guarantee of ours: whatever a routine is due for is run once.
        let ours = SchemaFixture.Uniqueness(columns: ["routine_id", "scheduled_for"], where: nil)
        let single = table.columns.filter { $0.unique == true }.map { SchemaFixture.Uniqueness(columns: [$0.name], where: nil) }
        #expect(Set(found) == Set(single + (table.unique ?? []) + (table.name == "routine_runs" ? [ours] : [])))
    }

    @Test(arguments: SchemaFixture.documented)
    func `every documented index is there under its name`(table: SchemaFixture.Table) async throws {
        let engine = try await SchemaDatabase.migrated()
        for index in table.indexes ?? [] {
            let columns = try await engine.read { try $0.indexColumns(index.name) }
            #expect(columns == index.columns, "\(index.name)")
        }
    }

    @Test(arguments: ["category", "severity"])
    func `the two checked columns refuse other words`(column: String) async throws {
        let engine = try await SchemaDatabase.migrated()
        _ = try await engine.write {
            try $0.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
        }
        let allowed = SchemaFixture.documented.flatMap(\.columns).first { $0.name == column && $0.oneOf != nil }?.oneOf ?? []
        #expect(!allowed.isEmpty)
        for word in allowed { try await insertInsight(column, word, into: engine) }
        await #expect(throws: StoreError.self) { try await insertInsight(column, "other", into: engine) }
        await #expect(throws: StoreError.self) { try await insertInsight(column, "Info", into: engine) }
    }

    @Test func `file_vault_fts is there, and vec_embeddings is left to the engine`() async throws {
        let engine = try await SchemaDatabase.migrated()
        for table in try SchemaFixture.load().virtualTables {
            let columns = try await engine.read { try $0.tableInfo(table.name) }.map(\.name)
            #expect(columns == (table.optional == true ? [] : table.columns ?? []))
        }
    }

    private func insertInsight(_ column: String, _ word: String, into engine: SQLiteEngine) async throws {
        let category = column == "category" ? word : "cost"
        let severity = column == "severity" ? word : "info"
        _ = try await engine.write { transaction in
            try transaction.execute(
                """
                INSERT INTO copilot_insights (id, company_id, category, severity, title, detail, created_at, expires_at)
                VALUES (\(category + severity), 'c', \(category), \(severity), 'T', 'D', 1, 2)
                """)
        }
    }
}

private struct ColumnInfo: Hashable, Sendable {
    let name: String
    let type: String
    let isNotNull: Bool
    let defaultSQL: String?
    let keyPlace: Int
}

extension Transaction {
    fileprivate func tableInfo(_ table: String) throws -> [ColumnInfo] {
        try rows(#"SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(\#(table)) ORDER BY cid"#) { row in
            ColumnInfo(
                name: try String(column: row.value(at: 0)), type: try String(column: row.value(at: 1)),
                isNotNull: try Bool(column: row.value(at: 2)), defaultSQL: try String?(column: row.value(at: 3)),
                keyPlace: try Int(column: row.value(at: 4)))
        }
    }

    fileprivate func references(_ table: String) throws -> [String] {
        try values(
            #"SELECT "from" || ' -> ' || "table" || '.' || "to" || ' ' || on_delete FROM pragma_foreign_key_list(\#(table))"#)
    }

    /// The unique indexes and constraints of `table`, the primary key left out.
    fileprivate func uniqueness(_ table: String) throws -> [SchemaFixture.Uniqueness] {
        let indexes = try rows(#"SELECT name FROM pragma_index_list(\#(table)) WHERE "unique" = 1 AND origin <> 'pk'"#) {
            try String(column: $0.value(at: 0))
        }
        return try indexes.map { index in
            let text: String? = try value("SELECT sql FROM sqlite_master WHERE name = \(index) AND sql IS NOT NULL")
            let condition = text?.split(separator: " WHERE ", maxSplits: 1).dropFirst().first.map(String.init)
            return SchemaFixture.Uniqueness(columns: try indexColumns(index), where: condition)
        }
    }

    fileprivate func indexColumns(_ index: String) throws -> [String] {
        try values("SELECT name FROM pragma_index_info(\(index)) ORDER BY seqno")
    }
}
