/// Takes Swift source apart, as far as the rules of this house need it.
///
/// It knows comments, literals of every form and what is interpolated into them, and names in backticks. Regular expressions
/// between slashes it does not know.
struct SwiftScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var isApart = false
    private var tokens: [Token] = []

    static func tokens(of source: String) -> [Token] {
        var scanner = SwiftScanner(bytes: Array(source.utf8))
        scanner.readCode(isInterpolated: false)
        return scanner.tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int = 0) -> UInt8? { place + offset < bytes.count ? bytes[place + offset] : nil }

    private func stands(_ text: StaticString) -> Bool {
        (0..<text.utf8CodeUnitCount).allSatisfy { byte($0) == text.utf8Start[$0] }
    }

    private mutating func advance() {
        if byte() == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private mutating func add(_ kind: Token.Kind, _ text: String, line: Int) {
        tokens.append(Token(kind: kind, text: text, line: line, isApart: isApart))
        isApart = false
    }

    /// Reads to the end, or to the bracket that closes an interpolation.
    private mutating func readCode(isInterpolated: Bool) {
        var open = 0
        while let next = byte() {
            if next.isBlank {
                advance()
                isApart = true
            } else if stands("//") {
                while let next = byte(), next != UInt8(ascii: "\n") { advance() }
            } else if stands("/*") {
                skipComment()
            } else if let hashes = hashesBeforeQuote() {
                readText(hashes: hashes)
            } else if next == UInt8(ascii: "`") {
                readQuotedName()
            } else if next.isPartOfWord {
                readWord()
            } else {
                if next == UInt8(ascii: "(") { open += 1 }
                if next == UInt8(ascii: ")") {
                    if isInterpolated, open == 0 { return advance() }
                    open -= 1
                }
                add(.mark, String(UnicodeScalar(next)), line: line)
                advance()
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            let step = stands("/*") ? 1 : stands("*/") ? -1 : 0
            depth += step
            advance()
            if step != 0 { advance() }
        } while depth > 0 && byte() != nil
        isApart = true
    }

    private mutating func readWord() {
        let start = place
        while let next = byte(), next.isPartOfWord { advance() }
        add(.word, String(decoding: bytes[start..<place], as: UTF8.self), line: line)
    }

    private mutating func readQuotedName() {
        advance()
        let start = place
        while let next = byte(), next != UInt8(ascii: "`"), next != UInt8(ascii: "\n") { advance() }
        add(.word, String(decoding: bytes[start..<place], as: UTF8.self), line: line)
        advance()
    }

    /// How many number signs stand before the quote that begins a literal here; `nil` when none begins.
    private func hashesBeforeQuote() -> Int? {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        return byte(count) == UInt8(ascii: "\"") ? count : nil
    }

    private mutating func readText(hashes: Int) {
        for _ in 0..<hashes { advance() }
        let isLong = stands("\"\"\"")
        let index = tokens.count
        add(.text(isInterpolated: false), "", line: line)
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        var text: [UInt8] = []
        while let next = byte() {
            if isLong ? stands("\"\"\"") : next == UInt8(ascii: "\""), areHashes(hashes, after: isLong ? 3 : 1) {
                for _ in 0..<((isLong ? 3 : 1) + hashes) { advance() }
                break
            }
            if !isLong, next == UInt8(ascii: "\n") { break }
            guard next == UInt8(ascii: "\\"), areHashes(hashes, after: 1) else {
                text.append(next)
                advance()
                continue
            }
            for _ in 0...hashes { advance() }
            if byte() == UInt8(ascii: "(") {
                advance()
                tokens[index].kind = .text(isInterpolated: true)
                readCode(isInterpolated: true)
            } else if let escaped = byte() {
                text.append(escaped)
                advance()
            }
        }
        tokens[index].text = String(decoding: text, as: UTF8.self)
    }

    private func areHashes(_ count: Int, after offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }

    fileprivate var isPartOfWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
