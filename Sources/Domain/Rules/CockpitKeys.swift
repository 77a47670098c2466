/// Which keys of the cockpit stand for which others: `y` for `c`, both as `mod+k` is written.
package enum CockpitKeys {
    private static let limit = 100

    /// - Parameter pairs: What each key that is pressed stands for.
    /// - Throws: ``RuleViolation`` naming the member `keys`.
    package static func check(_ pairs: [String: String]) throws(RuleViolation) {
        guard pairs.count <= limit else { throw .invalid(field: "keys", reason: "must be at most \(limit) keys") }
        guard pairs.allSatisfy({ isKey($0.key[...]) && isKey($0.value[...]) }) else {
            throw .invalid(field: "keys", reason: "must be keys for keys, such as “y” for “c” or “mod+j” for “mod+k”")
        }
    }

    /// Modifiers, each once, and a key, as browsers name it in small letters: one character that can be seen, or a word.
    private static func isKey(_ text: Substring) -> Bool {
        guard text.utf8.count <= byteLimit else { return false }
        var key = text
        for modifier in modifiers where key.hasPrefix(modifier) && key.utf8.count > modifier.utf8.count {
            key = key.dropFirst(modifier.count)
        }
        if key.unicodeScalars.count == 1 {
            return key.unicodeScalars.allSatisfy { isSeen($0.properties.generalCategory) } && key.lowercased() == key
        }
        return !key.isEmpty && key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }

    private static func isSeen(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
            .nonspacingMark, .enclosingMark, .spacingMark:
            false
        default: true
        }
    }

    private static let byteLimit = 40
    /// In the order in which the cockpit writes them.
    private static let modifiers = ["mod+", "ctrl+", "meta+", "alt+", "shift+"]
}
