package import Domain

/// A statement with its values beside it.
///
/// Values are interpolated and become bindings, so nothing from outside is ever part of the text:
///
///     let sql: SQL = "SELECT \(columns: Ticket.self) FROM tickets WHERE company_id = \(company) AND number > \(12)"
package struct SQL: Hashable, Sendable {
    package private(set) var text: String
    package private(set) var bindings: [ColumnValue]

    /// A statement whose text is fixed in the program and whose values follow in the order of its question marks.
    init(text: String, bindings: [ColumnValue]) {
        self.text = text
        self.bindings = bindings
    }

    /// `self`, a blank, and `other`.
    package static func + (left: SQL, right: SQL) -> SQL {
        SQL(text: left.text + " " + right.text, bindings: left.bindings + right.bindings)
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        text = value
        bindings = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        bindings = stringInterpolation.bindings
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text: String
        fileprivate var bindings: [ColumnValue]

        package init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            bindings = []
            bindings.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// A value, bound.
        package mutating func appendInterpolation(_ value: some ColumnConvertible) {
            text += "?"
            bindings.append(value.column)
        }

        /// A word of a vocabulary, written out.
        ///
        /// It is not from outside, and only a word that is written out lets SQLite choose an index that is kept for some words
        /// alone; for one that is bound it would plan the statement anew each time.
        package mutating func appendInterpolation(_ word: some Vocabulary) { text += "'\(word.rawValue)'" }

        package mutating func appendInterpolation(_ value: (some ColumnConvertible)?) {
            text += "?"
            bindings.append(value.column)
        }

        /// A list of values in parentheses, each bound, for `IN`.
        package mutating func appendInterpolation(list values: some Collection<some ColumnConvertible>) {
            text += "(" + String(repeating: "?,", count: max(0, values.count - 1)) + (values.isEmpty ? "" : "?") + ")"
            bindings.append(contentsOf: values.map(\.column))
        }

        /// A list of words of a vocabulary in parentheses, written out, for `IN`.
        package mutating func appendInterpolation(list words: some Collection<some Vocabulary>) {
            text += "(" + words.map { "'\($0.rawValue)'" }.joined(separator: ",") + ")"
        }

        /// A piece of another statement.
        package mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            bindings.append(contentsOf: sql.bindings)
        }

        /// The names of all columns of a record's table, separated by commas.
        package mutating func appendInterpolation(columns record: (some Record).Type) { text += record.layout.selection }

        /// The same, each behind the name that the statement gives the table.
        package mutating func appendInterpolation(columns record: (some Record).Type, of name: StaticString) {
            text += record.layout.columns.map { "\(name).\($0)" }.joined(separator: ", ")
        }
    }
}
