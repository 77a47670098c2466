/// A value that a `…_json` column holds as text and the API shows as JSON.
package struct JSONColumn<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    package var value: Value

    package init(_ value: Value) { self.value = value }
}

extension JSONColumn: Codable {
    package init(from decoder: any Decoder) throws { value = try Value(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension JSONColumn: ColumnConvertible {
    package init(column: ColumnValue) throws {
        let text = try String(column: column)
        do { value = try JSONText.decode(Value.self, from: text) } catch { throw ColumnError.malformedJSON(text) }
    }

    package var column: ColumnValue { .text(JSONText.encode(value)) }
}

extension JSONColumn: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
    package init(arrayLiteral elements: Value.Element...) { value = Value(elements) }
}
