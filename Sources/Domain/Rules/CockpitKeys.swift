/// Which keys a person has chosen for what the cockpit does, by the name of what it does.
package struct CockpitKeys: Hashable, Sendable {
    /// Such as `g b` or `mod+shift+k`, by an action's name.
    package let sequences: [String: String]

    private static let limit = 100

    /// - Throws: ``RuleViolation`` naming the member `keys`, or the action in it.
    package init(_ sequences: [String: String]) throws(RuleViolation) {
        guard sequences.count <= Self.limit else {
            throw .invalid(field: "keys", reason: "must be keys for at most \(Self.limit) actions")
        }
        for (action, sequence) in sequences.sorted(by: { $0.key < $1.key }) {
            guard (1...64).contains(action.utf8.count), action.unicodeScalars.allSatisfy(Self.isPlain) else {
                throw .invalid(
                    field: "keys", reason: "an action has a name of 1 to 64 letters, digits, points, hyphens, colons or _")
            }
            guard Self.isSequence(sequence) else {
                throw .invalid(
                    field: "keys.\(action)",
                    reason: "must be one to three keys with blanks between them, such as “g b” or “mod+k”")
            }
        }
        self.sequences = sequences
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || ".-_:".unicodeScalars.contains(scalar))
    }

    private static func isSequence(_ text: String) -> Bool {
        guard text.utf8.count <= 64 else { return false }
        let keys = text.split(separator: " ", omittingEmptySubsequences: false)
        return (1...3).contains(keys.count) && keys.allSatisfy(isKey)
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
