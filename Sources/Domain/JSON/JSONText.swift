import FoundationEssentials

/// The one dialect of JSON that the program writes: sorted keys, plain slashes, no blanks.
package enum JSONText {
    package static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        if type == JSONValue.self, let value = try JSONValue(parsing: text) as? Value { return value }
        if text == "[]", let list = type as? any EmptyList.Type, let value = list.init() as? Value { return value }
        if type == [String].self, let value = try strings(in: text) as? Value { return value }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The commonest column by far, read without the decoder; `nil` when the text is JSON but no list of strings.
    private static func strings(in text: String) throws -> [String]? {
        guard let items = try JSONValue(parsing: text).array else { return nil }
        let strings = items.compactMap(\.string)
        return strings.count == items.count ? strings : nil
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

/// A list of whatever, of which most columns have none.
private protocol EmptyList {
    init()
}

extension Array: EmptyList {}
