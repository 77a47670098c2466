package import Domain
package import FoundationEssentials

/// One open transaction: what verbs and queries are functions of.
///
/// It lives no longer than the closure it was given to, and nothing in it waits: no network, no `await`.
package protocol Transaction: AnyObject {
    /// When the transaction began, the same for all it writes.
    var now: Timestamp { get }

    /// The time zone of the server, for whoever has none of their own.
    var zone: TimeZone { get }

    /// A fresh id. Ids of one process grow.
    func makeID<Entity>() -> Identifier<Entity>

    /// Runs a statement that returns no rows and tells how many it changed.
    ///
    /// - Throws: ``StoreError``.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs a statement and reads its rows, first to last.
    ///
    /// - Throws: ``StoreError``, also when a row is not what `read` expects.
    func rows<Value>(_ sql: SQL, read: (any Row) throws -> Value) throws -> [Value]

    /// Runs `body` so that all it has written is taken back when it throws.
    ///
    /// - Throws: What `body` throws, or ``StoreError``.
    func attempt<Value>(_ body: () throws -> Value) throws -> Value

    /// Appends to the event log. Subscribers hear of it after the commit.
    ///
    /// - Throws: ``StoreError``.
    func record(_ payload: some EventPayload, company: Company.ID, by actor: EventActor) throws
}

/// One row of a result, read by position.
package protocol Row: AnyObject {
    /// The names of the columns, in order, the same for all rows of a statement.
    var names: [String] { get }

    func value(at position: Int) -> ColumnValue
    func isNull(at position: Int) -> Bool
}

extension Transaction {
    package var zone: TimeZone { .gmt }

    /// The rows, each decoded as a `Value` whose coding keys are column names.
    ///
    /// - Throws: ``StoreError``.
    package func all<Value: Decodable>(_ type: Value.Type, _ sql: SQL) throws -> [Value] {
        let decoder = RowDecoder()
        return try rows(sql) { row in try decoder.decode(type, from: row) }
    }

    package func all<Value: Decodable>(_ sql: SQL) throws -> [Value] { try all(Value.self, sql) }

    /// The first column of each row.
    ///
    /// - Throws: ``StoreError``.
    package func values<Value: ColumnConvertible>(_ sql: SQL) throws -> [Value] {
        try rows(sql) { row in try Value(column: row.value(at: 0)) }
    }

    /// The first column of the first row, or `nil` when there is no row or the column is NULL.
    ///
    /// - Throws: ``StoreError``.
    package func value<Value: ColumnConvertible>(_ sql: SQL) throws -> Value? {
        let values: [Value?] = try values(sql)
        return values.first ?? nil
    }

    /// Whether the statement has a row.
    ///
    /// - Throws: ``StoreError``.
    package func exists(_ sql: SQL) throws -> Bool {
        try !rows(sql) { _ in true }.isEmpty
    }
}
