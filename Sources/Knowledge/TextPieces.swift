import Domain

/// The sentences, lines and blocks of code that a text consists of, one behind the other without a gap.
struct TextPieces {
    struct Piece {
        let range: Range<String.Index>
        let tokens: Int
        var endsParagraph: Bool
    }

    private let text: String
    private let limit: Int
    private(set) var all: [Piece] = []
    /// Where the block of code began that a line has opened and none has closed.
    private var fence: (start: String.Index, mark: Character)?

    /// - Parameter limit: The most tokens of a piece.
    init(_ text: String, limit: Int) {
        self.text = text
        self.limit = limit
        var start = text.startIndex
        while start < text.endIndex {
            let newline = text[start...].firstIndex(where: \.isNewline)
            let end = newline.map { text.index(after: $0) } ?? text.endIndex
            take(start..<end)
            start = end
        }
        // A block that is never closed is text like any other.
        if let fence { add(linesOf: fence.start..<text.endIndex) }
    }

    private mutating func take(_ line: Range<String.Index>) {
        let words = text[line].drop { $0.isWhitespace }
        if let open = fence {
            guard words.hasPrefix(String(repeating: open.mark, count: 3)) else { return }
            fence = nil
            let block = open.start..<line.upperBound
            let tokens = tokens(in: block)
            if tokens <= limit { append(block, tokens) } else { add(linesOf: block) }
            closeParagraph()
        } else if words.hasPrefix("```") || words.hasPrefix("~~~") {
            closeParagraph()
            fence = (line.lowerBound, words.first ?? "`")
        } else if words.isEmpty {
            extend(to: line.upperBound)
        } else if text[line].isKeptWhole {
            add(line)
        } else {
            add(sentencesOf: line)
        }
    }

    /// Blank lines belong to what stands before them.
    private mutating func extend(to end: String.Index) {
        guard let last = all.last else { return append(text.startIndex..<end, 0) }
        all[all.count - 1] = Piece(range: last.range.lowerBound..<end, tokens: last.tokens, endsParagraph: true)
    }

    private mutating func closeParagraph() {
        if !all.isEmpty { all[all.count - 1].endsParagraph = true }
    }

    private mutating func add(linesOf block: Range<String.Index>) {
        var start = block.lowerBound
        while start < block.upperBound {
            let newline = text[start..<block.upperBound].firstIndex(where: \.isNewline)
            let end = newline.map { text.index(after: $0) } ?? block.upperBound
            add(start..<end)
            start = end
        }
    }

    private mutating func add(sentencesOf line: Range<String.Index>) {
        var start = line.lowerBound
        var end = start
        while let stop = text[end..<line.upperBound].firstIndex(where: \.endsSentence) {
            end = text.index(after: stop)
            // Further marks, and quotes and brackets that close, belong to the sentence.
            while end < line.upperBound, text[end].endsSentence || text[end].closesQuote { end = text.index(after: end) }
            guard end < line.upperBound else { break }
            guard text[stop].isWideMark || text[end].isWhitespace else { continue }
            while end < line.upperBound, text[end].isWhitespace { end = text.index(after: end) }
            add(start..<end)
            start = end
        }
        if start < line.upperBound { add(start..<line.upperBound) }
    }

    /// Adds a piece, in parts where it is too long.
    private mutating func add(_ range: Range<String.Index>) {
        let whole = tokens(in: range)
        guard whole > limit else { return append(range, whole) }
        var start = range.lowerBound
        while start < range.upperBound {
            let end = cut(from: start, before: range.upperBound)
            append(start..<end, tokens(in: start..<end))
            start = end
        }
    }

    /// Where a part ends that has as many tokens as may be, at least one character of Unicode.
    private func cut(from start: String.Index, before end: String.Index) -> String.Index {
        var far = text.utf8.index(start, offsetBy: Self.window, limitedBy: end) ?? end
        while far > start, far.samePosition(in: text.unicodeScalars) == nil { far = text.utf8.index(before: far) }
        let length = TokenEstimate.prefix(of: String(text[start..<far]), within: limit).utf8.count
        guard length > 0 else { return text.unicodeScalars.index(after: start) }
        return text.utf8.index(start, offsetBy: length)
    }

    private mutating func append(_ range: Range<String.Index>, _ tokens: Int) {
        all.append(Piece(range: range, tokens: tokens, endsParagraph: false))
    }

    private func tokens(in range: Range<String.Index>) -> Int { TokenEstimate.tokens(in: String(text[range])) }

    /// More bytes than any part has.
    private static let window = 65_536
}

extension Substring {
    /// Whether a line means something as a line: a heading, an item of a list, a row of a table, a quotation, indented code.
    fileprivate var isKeptWhole: Bool {
        if hasPrefix("    ") || hasPrefix("\t") { return true }
        let words = drop { $0 == " " }
        return ["#", "- ", "* ", "+ ", "|", ">"].contains { words.hasPrefix($0) }
    }
}

extension Character {
    fileprivate var endsSentence: Bool { ".!?…".contains(self) || isWideMark }

    /// Marks behind which the next sentence follows without a blank.
    fileprivate var isWideMark: Bool { "。！？；｡".contains(self) }

    fileprivate var closesQuote: Bool { "\"'”’»)]」』）】".contains(self) }
}
