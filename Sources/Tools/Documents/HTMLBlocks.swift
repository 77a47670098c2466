/// The little Markdown that people and models use without thinking: headings, lists, quoted code and paragraphs.
enum HTMLBlocks {
    /// The text as HTML blocks, everything in it escaped.
    static func html(of text: String) -> String {
        var writer = HTMLBlockWriter()
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { writer.add(line) }
        return writer.finished()
    }
}

private struct HTMLBlockWriter {
    private enum Block: Equatable {
        case none, paragraph, bullets, numbers, code

        var closing: String {
            switch self {
            case .none: ""
            case .paragraph: "</p>"
            case .bullets: "</ul>"
            case .numbers: "</ol>"
            case .code: "</code></pre>"
            }
        }
    }

    private var lines: [String] = []
    private var block = Block.none

    mutating func add(_ line: Substring) {
        let text = line.trimmed
        if block == .code {
            if text.hasPrefix("```") { close() } else { lines.append(HTMLText.escaped(line)) }
        } else if text.hasPrefix("```") {
            close()
            lines.append("<pre><code>")
            block = .code
        } else if text.isEmpty {
            close()
        } else if let (level, heading) = Self.heading(text) {
            close()
            lines.append("<h\(level)>\(HTMLInline.html(of: heading))</h\(level)>")
        } else if text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ") {
            item(text.dropFirst(2), in: .bullets, opening: "<ul>")
        } else if let content = Self.numbered(text) {
            item(content, in: .numbers, opening: "<ol>")
        } else if block == .paragraph {
            lines.append(HTMLInline.html(of: text))
        } else {
            close()
            lines.append("<p>" + HTMLInline.html(of: text))
            block = .paragraph
        }
    }

    mutating func finished() -> String {
        close()
        return lines.joined(separator: "\n")
    }

    private mutating func item(_ text: Substring, in list: Block, opening: String) {
        if block != list {
            close()
            lines.append(opening)
            block = list
        }
        lines.append("<li>\(HTMLInline.html(of: text.trimmed))</li>")
    }

    private mutating func close() {
        if block != .none { lines.append(block.closing) }
        block = .none
    }

    private static func heading(_ text: Substring) -> (level: Int, text: Substring)? {
        let level = text.prefix { $0 == "#" }.count
        guard (1...6).contains(level), text.dropFirst(level).first == " " else { return nil }
        return (level, text.dropFirst(level).trimmed)
    }

    private static func numbered(_ text: Substring) -> Substring? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }.count
        let rest = text.dropFirst(digits)
        guard (1...9).contains(digits), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
        return rest.dropFirst(2)
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
