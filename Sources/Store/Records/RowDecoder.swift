import Domain

/// Decodes rows of one statement into values whose coding keys are column names.
///
/// Keys are usually asked for in the order in which the statement selects them, so the next key's position is known
/// before it is looked up; the first row settles how each position is converted, and all others follow it.
final class RowDecoder {
    private var names: [String] = []
    private var positions: [String: Int] = [:]
    private var converters: [(any ColumnConvertible.Type)?] = []

    func decode<Value: Decodable>(_ type: Value.Type, from row: any Row) throws -> Value {
        if converters.count != row.names.count {
            names = row.names
            positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
            converters = Array(repeating: nil, count: names.count)
        }
        return try Value(from: RowReading(decoder: self, row: row))
    }

    fileprivate func position(of key: String, near cursor: Int) -> Int? {
        if cursor < names.count, names[cursor] == key { return cursor }
        return positions[key]
    }

    fileprivate func convert<Value>(_ type: Value.Type, _ value: ColumnValue, at position: Int) throws -> Value {
        let converter: any ColumnConvertible.Type
        if let known = converters[position] {
            converter = known
        } else if let found = type as? any ColumnConvertible.Type {
            converters[position] = found
            converter = found
        } else {
            throw StoreError.unreadable(column: names[position], reason: "\(type) is not stored in one column")
        }
        do {
            if let converted = try converter.init(column: value) as? Value { return converted }
        } catch {
            throw StoreError.unreadable(column: names[position], reason: "\(error)")
        }
        throw StoreError.unreadable(column: names[position], reason: "asked for as \(type) and as \(converter)")
    }
}

private struct RowReading: Decoder {
    let decoder: RowDecoder
    let row: any Row

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RowContainer<Key>(decoder: decoder, row: row))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw StoreError.unreadable(column: "*", reason: "a row is no list")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw StoreError.unreadable(column: "*", reason: "a row is no single value")
    }
}

private final class RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let decoder: RowDecoder
    private let row: any Row
    private var cursor = 0

    init(decoder: RowDecoder, row: any Row) {
        self.decoder = decoder
        self.row = row
    }

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { row.names.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { decoder.position(of: key.stringValue, near: cursor) != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        guard let position = decoder.position(of: key.stringValue, near: cursor) else { return true }
        guard row.isNull(at: position) else { return false }
        cursor = position + 1
        return true
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        let position = try take(key)
        guard case .text(let text) = row.value(at: position) else { return try mismatch("text", position) }
        return text
    }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        let position = try take(key)
        guard case .integer(let integer) = row.value(at: position) else { return try mismatch("an integer", position) }
        return integer
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { Int(truncatingIfNeeded: try decode(Int64.self, forKey: key)) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decode(Int64.self, forKey: key) != 0 }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let position = try take(key)
        return try decoder.convert(type, row.value(at: position), at: position)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try mismatch("one value", 0)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try mismatch("one value", 0) }
    func superDecoder() throws -> any Decoder { try mismatch("one value", 0) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try mismatch("one value", 0) }

    private func take(_ key: Key) throws -> Int {
        guard let position = decoder.position(of: key.stringValue, near: cursor) else {
            throw StoreError.unreadable(column: key.stringValue, reason: "the statement does not select it")
        }
        cursor = position + 1
        return position
    }

    private func mismatch<Value>(_ expected: String, _ position: Int) throws -> Value {
        throw StoreError.unreadable(column: row.names[position], reason: "\(expected) expected, found \(row.value(at: position))")
    }
}
