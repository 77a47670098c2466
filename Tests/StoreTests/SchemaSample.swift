import Domain
import Testing

@testable import Store

/// A row of some table, with what a test can do with it.
struct Sample: Sendable, CustomTestStringConvertible {
    let table: String
    let insert: @Sendable (any Transaction) throws -> Void
    /// Whether the table holds a row that reads back as the very same value.
    let isStored: @Sendable (any Transaction) throws -> Bool
    /// What the row puts into each column, in the order of the record's keys.
    let columns: [(name: String, value: ColumnValue)]

    init<R: Record & Hashable>(_ record: R) {
        table = R.layout.table
        insert = { try $0.insert(record) }
        isStored = { try $0.select(R.self, "").contains(record) }
        let values = (try? RecordEncoder.bindings(of: record, columns: R.layout.columns)) ?? []  // a test asserts the count
        columns = Array(zip(R.layout.columns, values))
    }

    var testDescription: String { table }
}
