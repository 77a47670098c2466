import Crypto
import Domain
import FoundationEssentials
import GRDB
import GRDBSQLite

/// A transaction on one of GRDB's connections, valid while GRDB's closure runs.
///
/// GRDB opens, configures and pools the connections and keeps their prepared statements; binding and stepping go to
/// SQLite directly, since that is where a turn spends its time.
final class SQLiteTransaction: Transaction {
    let now: Timestamp
    let zone: TimeZone
    private let database: Database
    private let ids: IDGenerator
    private let connection: SQLiteConnection
    /// What no text that is written may hold; `nil` where there is nothing.
    private let redaction: Redaction?
    /// What was appended since the transaction began, in order.
    private(set) var events: [Event] = []
    /// The head of each company's chain, as far as this transaction has seen it.
    private var heads: [Company.ID: ChainHead] = [:]

    /// - Throws: ``StoreError/busy`` when GRDB has closed the connection.
    init(
        _ database: Database, now: Timestamp, zone: TimeZone, ids: IDGenerator, redaction: Redaction? = nil
    ) throws {
        guard let connection = database.sqliteConnection else { throw StoreError.busy }
        self.database = database
        self.connection = connection
        self.now = now
        self.zone = zone
        self.ids = ids
        self.redaction = redaction
    }

    func makeID<Entity>() -> Identifier<Entity> { ids.next(at: now) }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let statement = try prepare(sql)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while true {
            switch sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(connection))
            default: throw StoreError(connection: connection, sql: sql.text)
            }
        }
    }

    func rows<Value>(_ sql: SQL, read: (any Row) throws -> Value) throws -> [Value] {
        let statement = try prepare(sql)
        defer { sqlite3_reset(statement.sqliteStatement) }
        let row = SQLiteRow(statement: statement)
        var values: [Value] = []
        while true {
            switch sqlite3_step(statement.sqliteStatement) {
            case SQLITE_ROW: values.append(try read(row))
            case SQLITE_DONE: return values
            default: throw StoreError(connection: connection, sql: sql.text)
            }
        }
    }

    func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        let mark = try mark()
        do {
            let value = try body()
            try keep()
            return value
        } catch {
            if !isGone { try rollBack(to: mark) }
            throw error
        }
    }

    func record(_ payload: some EventPayload, company: Company.ID, by actor: EventActor) throws {
        let head = try heads[company] ?? ChainHead(of: company, self)
        let event = head.next(payload, company: company, by: actor, id: makeID(), at: now, without: redaction)
        try insert(event)
        heads[company] = ChainHead(of: event)
        events.append(event)
    }

    private func prepare(_ sql: SQL) throws -> Statement {
        let statement: Statement
        do {
            statement = try database.cachedStatement(sql: sql.text)
        } catch let error as DatabaseError {
            throw StoreError(code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: sql.text)
        }
        for (place, value) in sql.bindings.enumerated() {
            guard statement.bind(clean(value), at: Int32(place + 1)) == SQLITE_OK else {
                throw StoreError(connection: connection, sql: sql.text)
            }
        }
        return statement
    }

    /// The value as it may be written: every text that reaches the database passes here.
    private func clean(_ value: ColumnValue) -> ColumnValue {
        guard let redaction, case .text(let text) = value else { return value }
        return .text(redaction.redacted(text))
    }
}

extension SQLiteTransaction {
    /// A point to which the transaction's writes and events can be taken back.
    struct Mark {
        fileprivate let events: Int
        fileprivate let heads: [Company.ID: ChainHead]
    }

    func begin() throws { try execute("BEGIN IMMEDIATE") }
    func commit() throws { try execute("COMMIT") }

    /// Ends the transaction without its writes; there may be none any more, when SQLite has ended it by itself.
    func rollBack() { sqlite3_exec(connection, "ROLLBACK", nil, nil, nil) }

    /// Whether SQLite has ended the transaction by itself, as it does on a full disk.
    var isGone: Bool { sqlite3_get_autocommit(connection) != 0 }

    func mark() throws -> Mark {
        try execute("SAVEPOINT one_write")
        return Mark(events: events.count, heads: heads)
    }

    func keep() throws { try execute("RELEASE one_write") }

    func rollBack(to mark: Mark) throws {
        events.removeSubrange(mark.events...)
        heads = mark.heads
        try execute("ROLLBACK TO one_write")
        try execute("RELEASE one_write")
    }
}

/// The row on which a statement stands.
private final class SQLiteRow: Row {
    let names: [String]
    private let statement: OpaquePointer

    init(statement: Statement) {
        names = statement.columnNames
        self.statement = statement.sqliteStatement
    }

    func isNull(at position: Int) -> Bool { sqlite3_column_type(statement, Int32(position)) == SQLITE_NULL }

    func value(at position: Int) -> ColumnValue {
        let column = Int32(position)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let bytes = sqlite3_column_text(statement, column) else { return .null }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(statement, column) else { return .blob([]) }
            return .blob(Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column)))))
        default: return .null
        }
    }
}

extension Statement {
    /// Binds a value to the question mark at `place` (from 1).
    ///
    /// SQLite copies texts and blobs.
    fileprivate func bind(_ value: ColumnValue, at place: Int32) -> Int32 {
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(sqliteStatement, place)
        case .integer(let integer): return sqlite3_bind_int64(sqliteStatement, place, integer)
        case .real(let real): return sqlite3_bind_double(sqliteStatement, place, real)
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        sqliteStatement, place, characters.baseAddress ?? emptyText, UInt64(characters.count), copy,
                        UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { sqlite3_bind_blob64(sqliteStatement, place, $0.baseAddress, UInt64($0.count), copy) }
        }
    }
}

/// Where an empty text points to: SQLite takes a null pointer for NULL.
private var emptyText: UnsafePointer<CChar> {
    let text: StaticString = ""
    return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
