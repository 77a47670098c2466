import Domain

/// Turns a record into the values of its columns, in the order of `columns`; what is not encoded is NULL.
enum RecordEncoder {
    /// - Throws: ``StoreError/unreadable(column:reason:)`` for a property that is not stored in one column.
    static func bindings(of record: some Encodable, columns: [String]) throws -> [ColumnValue] {
        let sink = Sink(columns: columns)
        try record.encode(to: Writing(sink: sink))
        return sink.values
    }

    fileprivate final class Sink {
        let columns: [String]
        var values: [ColumnValue]
        private var cursor = 0

        init(columns: [String]) {
            self.columns = columns
            values = Array(repeating: .null, count: columns.count)
        }

        func put(_ value: ColumnValue, _ key: String) throws {
            if cursor >= columns.count || columns[cursor] != key {
                guard let position = columns.firstIndex(of: key) else {
                    throw StoreError.unreadable(column: key, reason: "the table has no such column")
                }
                cursor = position
            }
            values[cursor] = value
            cursor += 1
        }
    }

    private struct Writing: Encoder {
        let sink: Sink

        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            KeyedEncodingContainer(Columns<Key>(sink: sink))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure("a record is no list") }
        func singleValueContainer() -> any SingleValueEncodingContainer { preconditionFailure("a record is no single value") }
    }

    private struct Columns<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let sink: Sink

        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) throws { try sink.put(.null, key.stringValue) }
        func encode(_ value: String, forKey key: Key) throws { try sink.put(.text(value), key.stringValue) }
        func encode(_ value: Int, forKey key: Key) throws { try sink.put(.integer(Int64(value)), key.stringValue) }
        func encode(_ value: Int64, forKey key: Key) throws { try sink.put(.integer(value), key.stringValue) }
        func encode(_ value: Bool, forKey key: Key) throws { try sink.put(value.column, key.stringValue) }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            guard let convertible = value as? any ColumnConvertible else {
                throw StoreError.unreadable(column: key.stringValue, reason: "\(Value.self) is not stored in one column")
            }
            try sink.put(convertible.column, key.stringValue)
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
            preconditionFailure("a column holds one value")
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            preconditionFailure("a column holds one value")
        }

        func superEncoder() -> any Encoder { Writing(sink: sink) }
        func superEncoder(forKey key: Key) -> any Encoder { Writing(sink: sink) }
    }
}
