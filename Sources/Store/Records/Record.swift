package import Domain

/// A row of a table as a value, its coding keys the names of the columns.
package protocol Record: Codable, Sendable {
    associatedtype CodingKeys: CodingKey, CaseIterable

    /// The table and its columns, put into words once.
    static var layout: RecordLayout { get }
}

/// A table's name and columns, with the texts that every insert and select needs.
package struct RecordLayout: Sendable {
    package let table: String
    package let columns: [String]
    /// The columns, separated by commas.
    package let selection: String
    let insertion: String
    let selecting: String

    package init<Key: CodingKey & CaseIterable>(_ table: StaticString, columns keys: Key.Type) {
        self.table = "\(table)"
        columns = keys.allCases.map(\.stringValue)
        selection = columns.joined(separator: ", ")
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        selecting = "SELECT \(selection) FROM \(table)"
        insertion = "INSERT INTO \(table) (\(selection)) VALUES (\(marks))"
    }
}

extension Transaction {
    /// Inserts `record` with all its columns.
    ///
    /// - Throws: ``StoreError``, `constraint` when the schema forbids it.
    package func insert<R: Record>(_ record: R) throws {
        let bindings = try RecordEncoder.bindings(of: record, columns: R.layout.columns)
        try execute(SQL(text: R.layout.insertion, bindings: bindings))
    }

    /// The row whose `id` is `id`.
    ///
    /// - Throws: ``StoreError``.
    package func find<R: Record>(_ type: R.Type, _ id: Identifier<R>) throws -> R? {
        try select(type, "WHERE id = \(id)").first
    }

    /// The rows that `condition` (everything from `WHERE` or `ORDER BY` on) leaves.
    ///
    /// - Throws: ``StoreError``.
    package func select<R: Record>(_ type: R.Type, _ condition: SQL) throws -> [R] {
        try all(type, SQL(text: R.layout.selecting, bindings: []) + condition)
    }

    package func select<R: Record>(_ condition: SQL) throws -> [R] { try select(R.self, condition) }
}
