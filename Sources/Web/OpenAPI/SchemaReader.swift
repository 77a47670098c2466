import Domain

/// Finds out the shape of a type by letting it decode itself and writing down what it asks for.
struct SchemaReader: Decoder {
    private final class Notes {
        var schema: JSONValue = [:]
    }

    /// Which way a value goes: what may be sent is fewer words than what may come back, see ``Vocabulary``.
    enum Direction: Sendable {
        case sent, answered
    }

    private let notes: Notes
    private let direction: Direction

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The JSON schema of `type`; an empty one, which allows anything, for what does not describe itself.
    static func schema<Value: Decodable>(of type: Value.Type, _ direction: Direction) -> JSONValue {
        read(type, direction).schema
    }

    /// The schema with a value to go on with, if one could be made.
    fileprivate static func read<Value: Decodable>(
        _ type: Value.Type, _ direction: Direction
    ) -> (schema: JSONValue, value: Value?) {
        if type == JSONValue.self { return ([:], JSONValue.null as? Value) }
        if type == RawJSON.self { return ([:], RawJSON("null") as? Value) }
        if type == Money.self { return (["type": "string", "description": "US dollars, decimal"], Money.zero as? Value) }
        if type == [String: JSONValue].self { return (["type": "object"], [String: JSONValue]() as? Value) }
        if let words = type as? any Vocabulary.Type { return (words.schema(direction), words.someWord as? Value) }
        if let optional = type as? any OptionalShape.Type { return (optional.schema(direction), optional.nothing as? Value) }
        if let column = type as? any ColumnShape.Type {
            let (schema, value) = column.read(direction)
            return (schema, value as? Value)
        }
        if let list = type as? any ListShape.Type { return (list.schema(direction), list.nothing as? Value) }
        let notes = Notes()
        let value = try? Value(from: SchemaReader(notes: notes, direction: direction))  // a refusal notes its shape too
        return (notes.schema, value)
    }

    fileprivate static func nullable(_ schema: JSONValue) -> JSONValue {
        guard case .object(let members) = schema, !members.isEmpty else { return schema }
        return ["anyOf": [schema, ["type": "null"]]]
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        notes.schema = ["type": "object"]
        return KeyedDecodingContainer(Members<Key>(notes: notes, direction: direction))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        notes.schema = ["type": "array", "items": [:]]
        return Items(notes: notes, direction: direction)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(notes: notes, direction: direction) }

    private struct Refused: Error {}

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let notes: Notes
        let direction: Direction

        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        private func note(_ schema: JSONValue, _ key: Key, required: Bool) {
            guard case .object(var members) = notes.schema else { return }
            let name = key.stringValue.hasSuffix("_json") ? String(key.stringValue.dropLast(5)) : key.stringValue
            var properties = members["properties"]?.object ?? [:]
            properties[name] = schema
            members["properties"] = .object(properties)
            if required { members["required"] = .array((members["required"]?.array ?? []) + [.string(name)]) }
            notes.schema = .object(members)
        }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }

        func decode(_ type: Bool.Type, forKey key: Key) -> Bool {
            note(["type": "boolean"], key, required: true)
            return false
        }

        func decode(_ type: String.Type, forKey key: Key) -> String {
            note(["type": "string"], key, required: true)
            return ""
        }

        func decode(_ type: Int.Type, forKey key: Key) -> Int {
            note(["type": "integer"], key, required: true)
            return 0
        }

        func decode(_ type: Double.Type, forKey key: Key) -> Double {
            note(["type": "number"], key, required: true)
            return 0
        }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            let (schema, value) = SchemaReader.read(type, direction)
            note(schema, key, required: true)
            guard let value else { throw Refused() }
            return value
        }

        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? { absent(["type": "boolean"], key) }
        func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? { absent(["type": "string"], key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? { absent(["type": "integer"], key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) -> Double? { absent(["type": "number"], key) }

        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value? {
            absent(SchemaReader.read(type, direction).schema, key)
        }

        private func absent<Value>(_ schema: JSONValue, _ key: Key) -> Value? {
            note(SchemaReader.nullable(schema), key, required: false)
            return nil
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> { throw Refused() }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw Refused() }
        func superDecoder() throws -> any Decoder { throw Refused() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw Refused() }
    }

    private struct Items: UnkeyedDecodingContainer {
        let notes: Notes
        let direction: Direction
        var currentIndex = 0

        var codingPath: [any CodingKey] { [] }
        var count: Int? { 1 }
        var isAtEnd: Bool { currentIndex > 0 }

        mutating func decodeNil() -> Bool { false }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            currentIndex += 1
            let (schema, value) = SchemaReader.read(type, direction)
            notes.schema = ["type": "array", "items": schema]
            guard let value else { throw Refused() }
            return value
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
            throw Refused()
        }
        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Refused() }
        mutating func superDecoder() throws -> any Decoder { throw Refused() }
    }

    private struct Single: SingleValueDecodingContainer {
        let notes: Notes
        let direction: Direction

        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }

        func decode(_ type: Bool.Type) -> Bool {
            notes.schema = ["type": "boolean"]
            return false
        }

        func decode(_ type: String.Type) -> String {
            notes.schema = ["type": "string"]
            return ""
        }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            if let integer = type as? any FixedWidthInteger.Type {
                notes.schema = ["type": "integer"]
                if let zero = integer.init(exactly: 0) as? Value { return zero }
            }
            if type == Double.self || type == Float.self {
                notes.schema = ["type": "number"]
                if let zero = 0.0 as? Value { return zero }
            }
            let (schema, value) = SchemaReader.read(type, direction)
            notes.schema = schema
            guard let value else { throw Refused() }
            return value
        }
    }
}

private protocol OptionalShape {
    static func schema(_ direction: SchemaReader.Direction) -> JSONValue
    static var nothing: Any { get }
}

extension Optional: OptionalShape where Wrapped: Decodable {
    fileprivate static func schema(_ direction: SchemaReader.Direction) -> JSONValue {
        SchemaReader.nullable(SchemaReader.schema(of: Wrapped.self, direction))
    }
    fileprivate static var nothing: Any { Self.none as Any }
}

/// A column with JSON in it is described by what the JSON is.
private protocol ColumnShape {
    static func read(_ direction: SchemaReader.Direction) -> (schema: JSONValue, value: Any?)
}

extension JSONColumn: ColumnShape {
    fileprivate static func read(_ direction: SchemaReader.Direction) -> (schema: JSONValue, value: Any?) {
        let (schema, value) = SchemaReader.read(Value.self, direction)
        return (schema, value.map { Self($0) })
    }
}

/// A list describes itself by what is in it, also where none of that can be made up.
private protocol ListShape {
    static func schema(_ direction: SchemaReader.Direction) -> JSONValue
    static var nothing: Any { get }
}

extension Array: ListShape where Element: Decodable {
    fileprivate static func schema(_ direction: SchemaReader.Direction) -> JSONValue {
        ["type": "array", "items": SchemaReader.schema(of: Element.self, direction)]
    }
    fileprivate static var nothing: Any { Self() as Any }
}

extension Vocabulary {
    fileprivate static func schema(_ direction: SchemaReader.Direction) -> JSONValue {
        let words = direction == .sent ? writable : Array(allCases)
        return ["type": "string", "enum": .array(words.map { .string($0.rawValue) })]
    }

    fileprivate static var someWord: Any? { writable.first }
}
