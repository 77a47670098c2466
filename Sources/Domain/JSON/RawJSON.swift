/// JSON kept as the very text it came as, for columns whose bytes count (a hash is taken over them) or are only passed on.
package struct RawJSON: Hashable, Sendable {
    package let text: String

    /// - Parameter text: JSON; what is not JSON is shown as a string where it is encoded.
    package init(_ text: String) { self.text = text }

    package init(_ value: JSONValue) { text = value.description }

    /// The value that the text stands for, `nil` when it is not JSON.
    package var value: JSONValue? { try? JSONValue(parsing: text) }  // the column of another program may hold anything
}

extension RawJSON: Codable {
    package init(from decoder: any Decoder) throws { try self.init(JSONValue(from: decoder)) }

    package func encode(to encoder: any Encoder) throws { try (value ?? .string(text)).encode(to: encoder) }
}

extension RawJSON: ColumnConvertible {
    package init(column: ColumnValue) throws { text = try String(column: column) }

    package var column: ColumnValue { .text(text) }
}
