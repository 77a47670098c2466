/// Takes the teeth out of text that a model or another person wrote, before a terminal sees it.
///
/// Escape sequences can recolour, overwrite or retitle a terminal; direction marks can make a line read as another one;
/// invisible characters can hide words. Each becomes U+FFFD, one for one, so that it is seen that something was there.
enum SafeText {
    /// How many scalars one character may have: enough for a family emoji, not for a tower of accents.
    static let scalarLimit = 12

    /// Text for one line: line ends and tabs become a blank each.
    static func line(_ text: String) -> String {
        if isPlain(text) { return text }
        var safe = String.UnicodeScalarView()
        for character in text {
            if character.isNewline || character == "\t" {
                if safe.last != " " { safe.append(" ") }
                continue
            }
            append(character, to: &safe)
        }
        return String(safe)
    }

    /// Text of many lines: line feeds stay, tabs become four blanks.
    static func block(_ text: String) -> String {
        if isPlain(text) { return text }
        var safe = String.UnicodeScalarView()
        for character in text {
            if character.isNewline {
                safe.append("\n")
            } else if character == "\t" {
                safe.append(contentsOf: "    ".unicodeScalars)
            } else {
                append(character, to: &safe)
            }
        }
        return String(safe)
    }

    /// JSON in which the same characters are escapes, so that it means what it meant.
    static func json(_ text: String) -> String {
        if isPlain(text) { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // What JSON may have outside of its strings stays.
            guard isHarmful(scalar), scalar.value > 0x20 else {
                safe.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let hex = String(unit, radix: 16)
                safe.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).unicodeScalars)
            }
        }
        return String(safe)
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    private static func append(_ character: Character, to safe: inout String.UnicodeScalarView) {
        for scalar in character.unicodeScalars.prefix(scalarLimit) { safe.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    }

    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL and C1 controls
        case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0: true  // invisible
        case 0x200B, 0x200E, 0x200F: true  // zero width space, direction marks; joiners are words' own business
        case 0x2028, 0x2029: true
        case 0x202A...0x202E, 0x2060...0x206F: true  // direction overrides and isolates, invisible operators
        case 0xFFF9...0xFFFB: true  // interlinear annotations
        case 0xE0000...0xE0FFF: scalar.properties.generalCategory != .nonspacingMark || scalar.value < 0xE0100  // tags
        default: false
        }
    }
}
