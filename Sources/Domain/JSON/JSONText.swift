import FoundationEssentials

/// The one dialect of JSON that the program writes: sorted keys, plain slashes, no blanks.
package enum JSONText {
    package static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        if type == JSONValue.self, let value = try JSONValue(parsing: text) as? Value { return value }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// `value` as JSON.
    ///
    /// - Throws: What the value's own encoding throws.
    package static func value(of value: some Encodable) throws -> JSONValue { try JSONValueEncoder.encode(value) }

    /// The text of `value`, `null` when its own encoding fails, which that of the program's types does not.
    package static func encode(_ value: some Encodable) -> String {
        ((try? JSONValueEncoder.encode(value)) ?? .null).description  // see above
    }
}
