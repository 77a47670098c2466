/// Turns any value into JSON without a detour through text: what events and columns are written with.
struct JSONValueEncoder: Encoder {
    private final class Box {
        var value: JSONValue = .null
        /// Members that are containers of their own, as enums with associated values make them.
        var children: [(key: String, box: Box)] = []

        var json: JSONValue {
            guard !children.isEmpty, case .object(var members) = value else { return value }
            for child in children { members[child.key] = child.box.json }
            return .object(members)
        }
    }

    private let box: Box

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(_ box: Box) { self.box = box }

    /// - Throws: What the value's own encoding throws.
    static func encode(_ value: some Encodable) throws -> JSONValue {
        if let json = value as? JSONValue { return json }
        let box = Box()
        try value.encode(to: JSONValueEncoder(box))
        return box.json
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if box.value.object == nil { box.value = .object([:]) }
        return KeyedEncodingContainer(Members<Key>(box: box))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if box.value.array == nil { box.value = .array([]) }
        return Items(box: box)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(box: box) }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let box: Box

        var codingPath: [any CodingKey] { [] }

        private func put(_ value: JSONValue, _ key: Key) {
            guard case .object(var members) = box.value else { return }
            box.value = .null  // so that the dictionary has one owner while it grows
            members[key.stringValue] = value
            box.value = .object(members)
        }

        func encodeNil(forKey key: Key) throws { put(.null, key) }
        func encode(_ value: String, forKey key: Key) throws { put(.string(value), key) }
        func encode(_ value: Bool, forKey key: Key) throws { put(.bool(value), key) }
        func encode(_ value: Int, forKey key: Key) throws { put(.integer(Int64(value)), key) }
        func encode(_ value: Int64, forKey key: Key) throws { put(.integer(value), key) }
        func encode(_ value: Double, forKey key: Key) throws { put(.number(value), key) }
        func encode(_ value: some Encodable, forKey key: Key) throws { put(try JSONValueEncoder.encode(value), key) }

        private func child(_ key: String) -> JSONValueEncoder {
            let child = Box()
            box.children.append((key, child))
            return JSONValueEncoder(child)
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
            child(key.stringValue).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key.stringValue).unkeyedContainer() }
        func superEncoder() -> any Encoder { child("super") }
        func superEncoder(forKey key: Key) -> any Encoder { child(key.stringValue) }
    }

    private struct Items: UnkeyedEncodingContainer {
        let box: Box

        var codingPath: [any CodingKey] { [] }
        var count: Int { box.value.array?.count ?? 0 }

        private func append(_ value: JSONValue) {
            guard case .array(var items) = box.value else { return }
            box.value = .null  // so that the array has one owner while it grows
            items.append(value)
            box.value = .array(items)
        }

        mutating func encodeNil() throws { append(.null) }
        mutating func encode(_ value: some Encodable) throws { append(try JSONValueEncoder.encode(value)) }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            preconditionFailure("no type of the program nests containers in lists by hand")
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            preconditionFailure("no type of the program nests containers in lists by hand")
        }

        mutating func superEncoder() -> any Encoder { JSONValueEncoder(Box()) }
    }

    private struct Single: SingleValueEncodingContainer {
        let box: Box

        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() throws { box.value = .null }
        mutating func encode(_ value: String) throws { box.value = .string(value) }
        mutating func encode(_ value: Bool) throws { box.value = .bool(value) }
        mutating func encode(_ value: Int) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: Int64) throws { box.value = .integer(value) }
        mutating func encode(_ value: Int8) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: Int16) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: Int32) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: UInt) throws { box.value = .number(Double(value)) }
        mutating func encode(_ value: UInt8) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: UInt16) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: UInt32) throws { box.value = .integer(Int64(value)) }
        mutating func encode(_ value: UInt64) throws { box.value = .number(Double(value)) }
        mutating func encode(_ value: Float) throws { box.value = .number(Double(value)) }
        mutating func encode(_ value: Double) throws { box.value = .number(value) }
        mutating func encode(_ value: some Encodable) throws { box.value = try JSONValueEncoder.encode(value) }
    }
}
