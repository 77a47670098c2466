package import Domain
import GRDB
import GRDBSQLite

/// The embedded engine: one SQLite file in WAL mode, one writer connection, a few readers.
///
/// Checkpoints happen on the writer only, which is what keeps SQLite before 3.51.3 from damaging the file
/// (https://www.sqlite.org/wal.html, “the WAL-reset bug”); readers are opened read-only and cannot checkpoint.
package final class SQLiteEngine: StorageEngine {
    /// How much a commit waits for.
    package enum Durability: String, Sendable {
        /// The disk has it: a commit survives a power cut.
        case full = "FULL"
        /// The operating system has it: a commit survives the end of the process, the last ones perhaps not a power cut.
        case normal = "NORMAL"
    }

    private let writer: any DatabaseWriter
    private let queue: WriteQueue
    private let time: any TimeSource
    private let ids: IDGenerator

    /// Opens the file at `path`, making it when it is missing.
    ///
    /// - Parameters:
    ///   - vectorExtension: The path of sqlite-vec's loadable library, if there is one.
    ///   - redactor: Knows the secrets, which no text may hold that is written.
    ///   - publish: Called with the events of each commit, in commit order, before its writers continue.
    /// - Throws: ``StoreError``.
    package convenience init(
        path: String, durability: Durability = .full, vectorExtension: String? = nil, time: any TimeSource, ids: IDGenerator,
        redactor: Redactor = Redactor(), publish: @escaping @Sendable ([Event]) -> Void
    ) throws {
        var configuration = Self.configuration(durability: durability, vectorExtension: vectorExtension)
        configuration.maximumReaderCount = 4
        let pool = try Self.translating { try DatabasePool(path: path, configuration: configuration) }
        self.init(writer: pool, time: time, ids: ids, redactor: redactor, publish: publish)
    }

    /// A database in memory, for tests: gone with the engine.
    package convenience init(
        inMemory: Void, time: any TimeSource, ids: IDGenerator, publish: @escaping @Sendable ([Event]) -> Void
    ) throws {
        let configuration = Self.configuration(durability: .normal, vectorExtension: nil)
        let queue = try Self.translating { try DatabaseQueue(configuration: configuration) }
        self.init(writer: queue, time: time, ids: ids, redactor: Redactor(), publish: publish)
    }

    /// A database in memory that begins as a copy of this one, much faster made than by migrating anew.
    ///
    /// - Throws: ``StoreError``.
    package func copyInMemory(
        time: any TimeSource, ids: IDGenerator, redactor: Redactor = Redactor(), publish: @escaping @Sendable ([Event]) -> Void
    ) throws -> SQLiteEngine {
        try Self.translating {
            let copy = try DatabaseQueue(configuration: Self.configuration(durability: .normal, vectorExtension: nil))
            try writer.backup(to: copy)
            return SQLiteEngine(writer: copy, time: time, ids: ids, redactor: redactor, publish: publish)
        }
    }

    private init(
        writer: any DatabaseWriter, time: any TimeSource, ids: IDGenerator, redactor: Redactor,
        publish: @escaping @Sendable ([Event]) -> Void
    ) {
        self.writer = writer
        self.time = time
        self.ids = ids
        queue = WriteQueue(writer: writer, time: time, ids: ids, redactor: redactor, publish: publish)
    }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        let (now, zone) = (time.now(), time.zone)
        let ids = ids
        return try await withCheckedThrowingContinuation { continuation in
            writer.asyncRead { connection in
                continuation.resume(
                    with: Result {
                        try Self.translating { try body(SQLiteTransaction(connection.get(), now: now, zone: zone, ids: ids)) }
                    })
            }
        }
    }

    package func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await queue.perform(body)
    }

    package func close() async throws {
        try Self.translating {
            writer.writeWithoutTransaction { database in
                _ = try? database.checkpoint(.truncate)  // a log that stays is read at the next start
            }
            try writer.close()
        }
    }

    /// Loads sqlite-vec's library into a database that is thrown away.
    ///
    /// - Throws: ``StoreError`` with the loader's words.
    package static func tryOut(vectorExtension path: String) throws {
        _ = try translating {
            try DatabaseQueue(configuration: configuration(durability: .normal, vectorExtension: path))
        }
    }

    private static func configuration(durability: Durability, vectorExtension: String?) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = \(durability.rawValue);
                    PRAGMA foreign_keys = ON;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA journal_size_limit = 67108864;
                    """)
            if let vectorExtension { try database.load(extensionAt: vectorExtension) }
        }
        return configuration
    }

    private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql ?? "")
        }
    }
}

extension Database {
    /// - Throws: `DatabaseError` with what the loader says.
    fileprivate func load(extensionAt path: String) throws {
        guard let connection = sqliteConnection else { return }
        sqlite3_enable_load_extension(connection, 1)
        defer { sqlite3_enable_load_extension(connection, 0) }
        var message: UnsafeMutablePointer<CChar>?
        guard sqlite3_load_extension(connection, path, nil, &message) == SQLITE_OK else {
            let reason = message.map { String(cString: $0) } ?? "unknown"
            sqlite3_free(message)
            throw DatabaseError(message: "The extension \(path) cannot be loaded: \(reason)")
        }
    }
}
