/// Text for a terminal whose locale is not UTF-8: column for column, every other character has a stand-in.
enum ASCIIFallback {
    static func text(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return text.reduce(into: "") { ascii, character in
            if let value = character.asciiValue {
                ascii.unicodeScalars.append(Unicode.Scalar(value))
            } else {
                ascii += standIn(for: character)
            }
        }
    }

    /// Whether the environment's locale is UTF-8 (POSIX: `LC_ALL` before `LC_CTYPE` before `LANG`).
    static func isNeeded(environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.lowercased()
        return !name.contains("utf-8") && !name.contains("utf8")
    }

    private static func standIn(for character: Character) -> String {
        switch character {
        case "…": "~"
        case "“", "”", "„": "\""
        case "’", "‘": "'"
        case "–", "—", "─", "·": "-"
        case "→", "▸": ">"
        case "●", "•": "*"
        case "✓": "+"
        case "✗": "x"
        case "│": "|"
        case "├": "+"
        case "└": "`"
        case "⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧": "*"
        case "\r\n": "\r\n"
        default: String(repeating: "?", count: TextWidth.of(character))
        }
    }
}
