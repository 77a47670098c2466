/// Names that a message calls on, written `@Ada Lovelace` or `@ada`.
package enum Mention {
    /// Whether `text` mentions `name`, whole or by its first word, in any case, not as part of a longer word.
    package static func names(_ name: String, in text: String) -> Bool {
        let text = text.lowercased()
        let name = name.lowercased()
        let first = String(name.prefix { !$0.isWhitespace })
        return [name, first].contains { word in
            guard !word.isEmpty else { return false }
            return text.indices.contains { at in
                guard text[at] == "@" else { return false }
                let rest = text[text.index(after: at)...]
                guard rest.hasPrefix(word) else { return false }
                return rest.dropFirst(word.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
            }
        }
    }
}
