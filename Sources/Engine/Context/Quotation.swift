import Domain

/// A text that others wrote, as a model is told of it: between two fences, of which nothing in the text can be the second.
///
/// The fence is a line of backticks, more of them than stand together anywhere in the text.
enum Quotation {
    /// How a quotation begins, behind the backticks.
    static let label = "quoted"

    /// The text between its fences; nothing for a text of blanks.
    static func of(_ text: String) -> String {
        guard !text.trimmed.isEmpty else { return "" }
        let (text, run) = shortened(text)
        let fence = String(repeating: "`", count: max(3, run + 1))
        return "\(fence)\(label)\n\(text)\n\(fence)"
    }

    static func begins(_ text: String) -> Bool { text.hasPrefix("```") && fence(openedBy: text.prefix { $0 != "\n" }) != nil }

    /// The fence that is open where the text ends.
    static func open(in text: some StringProtocol) -> String? {
        var open: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let fence = open {
                if line == fence { open = nil }
            } else {
                open = fence(openedBy: line)
            }
        }
        return open
    }

    /// The longest fence of the text's quotations.
    static func longest(in text: String) -> String? {
        guard text.contains("```" + label) else { return nil }
        return text.split(separator: "\n").compactMap { fence(openedBy: $0) }.max { $0.utf8.count < $1.utf8.count }
    }

    /// Whether a line is what a cut has left of a quotation's first line.
    static func isTorn(_ line: some StringProtocol) -> Bool {
        let rest = line.drop { $0 == "`" }
        return line.hasPrefix("```") && rest.count < label.count && label.hasPrefix(rest)
    }

    private static func fence(openedBy line: some StringProtocol) -> String? {
        guard line.hasPrefix("```"), line.hasSuffix(label) else { return nil }
        let ticks = line.dropLast(label.count)
        return ticks.allSatisfy { $0 == "`" } ? String(ticks) : nil
    }

    /// The text with no more backticks together than a fence can outdo, and the most that there are.
    private static func shortened(_ text: String) -> (text: String, run: Int) {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        guard longest > mostTicks else { return (text, longest) }
        var short = ""
        run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            if run <= mostTicks { short.append(character) }
        }
        return (short, mostTicks)
    }

    /// More than this says nothing that fewer do not say.
    private static let mostTicks = 40
}

extension String {
    /// The text in one line, so that nothing in it stands where a line begins.
    var inOneLine: String {
        guard contains(where: \.isNewline) else { return self }
        return split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
