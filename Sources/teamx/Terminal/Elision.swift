/// Shortens text to a number of columns.
enum Elision {
    static let mark = "…"

    /// Keeps the beginning and the end; text that was cut before is cut further at the same place.
    static func middle(_ text: String, to width: Int) -> String {
        guard TextWidth.of(text) > width else { return text }
        guard width > 1 else { return width == 1 ? mark : "" }
        if let cut = text.lastIndex(of: "…") {
            let rest = text[text.index(after: cut)...]
            let room = width - 1 - TextWidth.of(rest)
            if room >= width / 3 { return start(of: String(text[..<cut]), width: room) + mark + rest }
        }
        let head = width / 2
        return start(of: text, width: head) + mark + end(of: text, width: width - 1 - head)
    }

    /// Keeps the beginning.
    static func tail(_ text: String, to width: Int) -> String {
        guard TextWidth.of(text) > width else { return text }
        guard width > 1 else { return width == 1 ? mark : "" }
        var kept = start(of: text, width: width - 1)
        while kept.last == " " { kept.removeLast() }
        return kept + mark
    }

    /// Keeps the end, as for text that is still being written.
    static func head(_ text: String, to width: Int) -> String {
        guard TextWidth.of(text) > width else { return text }
        guard width > 1 else { return width == 1 ? mark : "" }
        return mark + end(of: text, width: width - 1)
    }

    private static func start(of text: String, width: Int) -> String {
        var kept = ""
        var used = 0
        for character in text {
            let columns = TextWidth.of(character)
            guard used + columns <= width else { break }
            used += columns
            kept.append(character)
        }
        return kept
    }

    private static func end(of text: String, width: Int) -> String {
        var kept: [Character] = []
        var used = 0
        for character in text.reversed() {
            let columns = TextWidth.of(character)
            guard used + columns <= width else { break }
            used += columns
            kept.append(character)
        }
        return String(kept.reversed())
    }
}
