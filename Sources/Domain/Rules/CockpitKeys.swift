/// Which keys of the cockpit stand for which others.
package struct CockpitKeys: Hashable, Sendable {
    /// What a key that is pressed stands for, such as `y` for `c`, both as `shift+k` is written.
    package let pairs: [String: String]

    private static let limit = 100

    /// - Throws: ``RuleViolation`` naming the member `keys`.
    package init(_ pairs: [String: String]) throws(RuleViolation) {
        guard pairs.count <= Self.limit else {
            throw .invalid(field: "keys", reason: "must be at most \(Self.limit) keys")
        }
        guard pairs.allSatisfy({ Self.isKey($0.key[...]) && Self.isKey($0.value[...]) }) else {
            throw .invalid(field: "keys", reason: "must be keys for keys, such as “y” for “c” or “mod+j” for “mod+k”")
        }
        self.pairs = pairs
    }

    /// Modifiers and a key, as browsers name it in small letters: one character that can be seen, or a word.
    private static func isKey(_ text: Substring) -> Bool {
        var key = text
        while let modifier = modifiers.first(where: { key.hasPrefix($0) && key.count > $0.count }) {
            key = key.dropFirst(modifier.count)
        }
        if key.count == 1 {
            return key.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
                && key.lowercased() == key
        }
        return (1...20).contains(key.utf8.count) && key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }

    private static let modifiers = ["mod+", "ctrl+", "alt+", "shift+", "meta+"]
}
