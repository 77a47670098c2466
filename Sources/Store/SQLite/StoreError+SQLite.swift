import GRDBSQLite

extension StoreError {
    /// What SQLite said last on `connection`.
    init(connection: OpaquePointer, sql: String) {
        self.init(
            code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }

    /// - Parameter code: An extended result code; see https://www.sqlite.org/rescode.html.
    init(code: Int32, message: String, sql: String) {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_FULL: self = .diskFull
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH: self = .readOnly(message)
        case SQLITE_IOERR: self = .input(message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        default: self = .statement(code: code, message: message, sql: sql)
        }
    }
}
