/// The id of one kind of row, so that a ticket's id cannot be given where an employee's is wanted.
///
/// Rows made here carry 21 URL-safe characters whose head is the time (see ``IDGenerator``). Rows that came from
/// elsewhere may carry any text: ids are compared, never parsed.
package struct Identifier<Entity>: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ rawValue: String) { self.rawValue = rawValue }
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: CustomStringConvertible {
    package var description: String { rawValue }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier: ColumnConvertible {
    package init(column: ColumnValue) throws { rawValue = try String(column: column) }

    package var column: ColumnValue { .text(rawValue) }
}
