import Crypto
package import Domain

/// Brings a database to the program's schema and, if asked, back.
///
/// Each migration is one transaction together with its line in `schema_migrations`, so that a crash at any point leaves
/// the schema before it or the schema after it. A new database gets all of them in one.
package struct Migrator: Sendable {
    private let engine: any StorageEngine
    private let migrations: [Migration]

    package init(_ engine: any StorageEngine, migrations: [Migration] = Migration.all) {
        self.engine = engine
        self.migrations = migrations
    }

    /// Where each migration stands: its id and, once applied, when.
    ///
    /// - Throws: ``StoreError``.
    package func status() async throws -> [(id: String, appliedAt: Timestamp?)] {
        let applied = try await engine.read { try Journal.read($0) }
        return migrations.map { migration in (migration.id, applied.first { $0.id == migration.id }?.appliedAt) }
    }

    /// Applies what is missing, in order, and returns the ids of what it applied.
    ///
    /// In an empty database all of it is one step.
    ///
    /// - Throws: ``StoreError/newerSchema(_:)`` when the database has a migration that the program does not know.
    @discardableResult
    package func migrate() async throws -> [String] {
        let (applied, isEmpty) = try await engine.read { transaction in
            (try Journal.read(transaction), try !transaction.exists("SELECT 1 FROM sqlite_master LIMIT 1"))
        }
        if let unknown = applied.first(where: { line in !migrations.contains { $0.id == line.id } }) {
            throw StoreError.newerSchema(unknown.id)
        }
        if isEmpty {
            try await apply(migrations, by: Migration.folded(migrations))
            return migrations.map(\.id)
        }
        let missing = migrations.filter { migration in !applied.contains { $0.id == migration.id } }
        for migration in missing { try await apply([migration], by: migration.up) }
        return missing.map(\.id)
    }

    private func apply(_ migrations: [Migration], by statements: [String]) async throws {
        try await engine.write { transaction in
            for statement in statements { try transaction.execute(SQL(text: statement, bindings: [])) }
            for migration in migrations { try Journal.add(migration, transaction) }
        }
    }

    /// Takes back the last `count` migrations, newest first, and returns their ids.
    ///
    /// - Throws: ``StoreError``.
    @discardableResult
    package func rollBack(_ count: Int) async throws -> [String] {
        let applied = try await engine.read { try Journal.read($0) }
        var undone: [String] = []
        for migration in migrations.reversed().filter({ migration in applied.contains { $0.id == migration.id } }).prefix(count) {
            try await engine.write { transaction in
                for statement in migration.down { try transaction.execute(SQL(text: statement, bindings: [])) }
                try transaction.execute("DELETE FROM schema_migrations WHERE id = \(migration.id)")
            }
            undone.append(migration.id)
        }
        return undone
    }
}

/// The table that says which migrations a database has.
private enum Journal {
    struct Line: Decodable, Sendable {
        let id: String
        let appliedAt: Timestamp

        enum CodingKeys: String, CodingKey {
            case id
            case appliedAt = "applied_at"
        }
    }

    static func read(_ transaction: any Transaction) throws -> [Line] {
        guard try transaction.exists("SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'") else { return [] }
        return try transaction.all(Line.self, "SELECT id, applied_at FROM schema_migrations ORDER BY id")
    }

    static func add(_ migration: Migration, _ transaction: any Transaction) throws {
        try transaction.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              id TEXT PRIMARY KEY NOT NULL,
              checksum TEXT NOT NULL,
              applied_at INTEGER NOT NULL
            )
            """)
        let checksum = SHA256.hash(data: Array(migration.up.joined(separator: ";\n").utf8)).hexadecimal
        try transaction.execute(
            "INSERT INTO schema_migrations (id, checksum, applied_at) VALUES (\(migration.id), \(checksum), \(transaction.now))")
    }
}
