/// Why the database did not do what it was asked.
package enum StoreError: Error, Equatable {
    /// A rule of the schema forbids it: a duplicate, a missing parent, a value that is not allowed.
    case constraint(String)
    /// No space is left for the database or its log.
    case diskFull
    /// The file or its folder cannot be written.
    case readOnly(String)
    /// The operating system failed to read or write.
    case input(String)
    /// The file is damaged, or no database.
    case corrupt(String)
    /// The statement is wrong, or of another version of the schema.
    case statement(code: Int32, message: String, sql: String)
    /// A row holds what its type cannot be.
    case unreadable(column: String, reason: String)
    /// Somebody else holds the file.
    case busy
    /// Another write of the same group took the whole group down with it; this one did not happen either.
    case groupFailed(String)
    /// The file was made by a newer version of the program.
    case newerSchema(String)
}

extension StoreError {
    /// Whether it is about the database as a whole, and not about the rows that were touched.
    package var isOfStorage: Bool {
        switch self {
        case .diskFull, .readOnly, .input, .corrupt, .busy, .groupFailed, .newerSchema: true
        case .constraint, .statement, .unreadable: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .constraint(let rule): "The database refuses it: \(rule)"
        case .diskFull: "The disk is full: nothing was written."
        case .readOnly(let what): "The data directory cannot be written: \(what)"
        case .input(let what): "Reading or writing the database failed: \(what)"
        case .corrupt(let what): "The database is damaged: \(what)"
        case .statement(let code, let message, let sql): "SQLite error \(code): \(message), in: \(sql)"
        case .unreadable(let column, let reason): "The column \(column) cannot be read: \(reason)"
        case .busy: "The database is in use by another process."
        case .groupFailed(let what): "The write did not happen: \(what)"
        case .newerSchema(let id):
            "The database is of a newer version of Team-X (it has the migration \(id)). Please update the program."
        }
    }
}
