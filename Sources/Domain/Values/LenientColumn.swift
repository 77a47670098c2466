/// A value that a `…_json` column should hold as text; where it holds something else, the rest of the row is read all the same.
///
/// The API shows what cannot be read as null.
package struct LenientColumn<Value: Codable & Hashable & Sendable>: Sendable {
    /// `nil` when the text is no such value.
    package let value: Value?
    private let text: String

    package init(_ value: Value) {
        self.value = value
        text = JSONText.encode(value)
    }
}

extension LenientColumn: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.value == right.value && (left.value != nil || left.text == right.text)
    }

    package func hash(into hasher: inout Hasher) {
        if let value { hasher.combine(value) } else { hasher.combine(text) }
    }
}

extension LenientColumn: Codable {
    package init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Value?.self)
        text = value.map { JSONText.encode($0) } ?? "null"
    }

    package func encode(to encoder: any Encoder) throws {
        if let value { return try value.encode(to: encoder) }
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}

extension LenientColumn: ColumnConvertible {
    package init(column: ColumnValue) throws {
        text = try String(column: column)
        value = try? JSONText.decode(Value.self, from: text)  // kept as it is, see above
    }

    package var column: ColumnValue { .text(text) }
}
