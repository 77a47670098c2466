/// A closed list of words, as a column or a field of the API holds them.
///
/// ``writable`` is what people and programs may say. Reading is more tolerant: databases of the product's earlier life
/// hold other spellings (``aliases``) and words that are no longer handed out (cases that are not ``writable``).
package protocol Vocabulary: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable, ColumnConvertible {
    /// What may be written, in the order in which it is shown. All cases unless the type says otherwise.
    static var writable: [Self] { get }

    /// Other spellings that real databases hold.
    static var aliases: [String: Self] { get }
}

extension Vocabulary {
    package static var writable: [Self] { Array(allCases) }

    package static var aliases: [String: Self] { [:] }

    /// The word that `text` stands for, also by an alias.
    package init?(reading text: String) {
        guard let value = Self(rawValue: text) ?? Self.aliases[text] else { return nil }
        self = value
    }

    package init(column: ColumnValue) throws {
        let text = try String(column: column)
        guard let value = Self(reading: text) else { throw ColumnError.unknownValue(text, of: "\(Self.self)") }
        self = value
    }

    package var column: ColumnValue { .text(rawValue) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(rawValue: text), Self.writable.contains(value) else {
            let unknown = UnknownWord(allowed: Self.writable.map(\.rawValue))
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "“\(text)” is none of: \(unknown.allowed.joined(separator: ", "))",
                    underlyingError: unknown))
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// What lies under the `DecodingError` for a word that a ``Vocabulary`` does not have.
package struct UnknownWord: Error, Hashable {
    /// The words there are, in the order in which they are shown.
    package let allowed: [String]
}
