import FoundationEssentials

/// The one dialect of JSON that the program writes: sorted keys, plain slashes, no blanks.
package enum JSONText {
    package static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        if type == JSONValue.self, let value = try JSONValue(parsing: text) as? Value { return value }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The text of `value`. Values that the program makes always encode; one that cannot becomes `null`.
    package static func encode(_ value: some Encodable) -> String {
        if let json = value as? JSONValue { return json.description }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null" }  // no type of ours holds a NaN or a non-string key
        return String(decoding: data, as: UTF8.self)
    }
}
