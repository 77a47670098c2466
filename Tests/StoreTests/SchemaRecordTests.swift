import Domain
import Testing

@testable import Store

/// Every entity against its table.
struct SchemaRecordTests {
    @Test func `there is a sample for each table`() async throws {
        let engine = try await SchemaDatabase.migrated()
        let tables: [String] = try await engine.read { transaction in
            try transaction.values(
                """
                SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
                AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_migrations'
                """)
        }
        #expect(Set(Sample.minimal.map(\.table)) == Set(tables))
        #expect(Set(Sample.full.map(\.table)) == Set(tables))
    }

    @Test(arguments: Sample.full)
    func `an entity's keys are exactly the columns of its table`(sample: Sample) async throws {
        let engine = try await SchemaDatabase.migrated()
        let columns: [String] = try await engine.read { try $0.values("SELECT name FROM pragma_table_info(\(sample.table))") }
        #expect(Set(sample.columns.map(\.name)) == Set(columns))
        #expect(sample.columns.count == columns.count)
    }

    @Test(arguments: Sample.minimal)
    func `a row that gives only what must be given reads back equal`(sample: Sample) async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for other in Sample.minimal.prefix(through: sample) { try other.insert(transaction) }
            #expect(try sample.isStored(transaction))
        }
    }

    @Test(arguments: Sample.full)
    func `a row that gives everything reads back equal`(sample: Sample) async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for other in Sample.minimal { try other.insert(transaction) }
            for other in Sample.full.prefix(through: sample) { try other.insert(transaction) }
            #expect(try sample.isStored(transaction))
        }
    }

    @Test(arguments: Sample.minimal)
    func `the defaults of the table are the defaults of the entity`(sample: Sample) async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for other in Sample.minimal.prefix(through: sample).dropLast() { try other.insert(transaction) }
            let required: [String] = try transaction.values(
                #"SELECT name FROM pragma_table_info(\#(sample.table)) WHERE "notnull" = 1 AND dflt_value IS NULL"#)
            let given = sample.columns.filter { required.contains($0.name) }
            let names = given.map(\.name).joined(separator: ", ")
            let marks = given.map { _ in "?" }.joined(separator: ", ")
            try transaction.execute(
                SQL(text: "INSERT INTO \(sample.table) (\(names)) VALUES (\(marks))", bindings: given.map(\.value)))
            #expect(try sample.isStored(transaction))
        }
    }

    @Test func `the samples together break no reference`() async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for sample in Sample.minimal + Sample.full { try sample.insert(transaction) }
            #expect(try transaction.exists("SELECT 1 FROM pragma_foreign_key_check") == false)
        }
    }
}

extension [Sample] {
    /// The samples up to that of the same table.
    fileprivate func prefix(through sample: Sample) -> ArraySlice<Sample> {
        prefix((firstIndex { $0.table == sample.table } ?? -1) + 1)
    }
}
