/// Reads HTML as a person would: words without tags, scripts, styles and comments.
///
/// One pass over the bytes, whatever they are; it does not follow the grammar of HTML further than search needs.
enum HTMLReading {
    static func text(of html: String) -> String {
        var reader = HTMLReader(bytes: Array(html.utf8))
        return reader.text()
    }
}

private struct HTMLReader {
    private let bytes: [UInt8]
    private var place = 0
    private var output: [UInt8] = []
    /// A blank or line break that is written only when a word follows it.
    private var gap: UInt8?

    /// Elements whose content is not for reading.
    private static let silent: Set<String> = ["script", "style", "template", "noscript", "svg", "head"]
    /// Elements that leave no gap between the words at their edges.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
        "sub",
        "sup", "u", "var", "wbr",
    ]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func text() -> String {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "&"): entity()
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                space(0x20)
                place += 1
            case 0: place += 1
            default:
                write(bytes[place])
                place += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func markup() {
        if starts(with: "<!--") {
            place += 4
            skip(past: "-->")
            return
        }
        var name = place + 1
        let closes = name < bytes.count && bytes[name] == UInt8(ascii: "/")
        if closes { name += 1 }
        guard name < bytes.count,
            bytes[name].isLetter || (!closes && [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[name]))
        else {
            write(bytes[place])
            place += 1
            return
        }
        let end = bytes[name...].firstIndex { !$0.isLetter && !$0.isDigit } ?? bytes.count
        let tag = String(decoding: bytes[name..<min(end, name + 16)], as: UTF8.self).lowercased()
        place = end
        skipTag()
        if !Self.inline.contains(tag) { space(0x0A) }
        if !closes, Self.silent.contains(tag) { skipElement(tag) }
    }

    /// To the end of a tag; a `>` inside quotes does not end it.
    private mutating func skipTag() {
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            }
        }
    }

    /// To the closing tag of a silent element; an unclosed `head` ends where the body begins, any other at the end.
    private mutating func skipElement(_ tag: String) {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<") {
                if startsIgnoringCase(with: "</" + tag) {
                    skipTag()
                    return
                }
                if tag == "head", startsIgnoringCase(with: "<body") { return }
            }
            place += 1
        }
    }

    private mutating func entity() {
        if let (text, length) = HTMLEntity.read(bytes[place...]) {
            place += length
            for byte in text.utf8 {
                if byte == 0x20 || byte == 0x0A { space(0x20) } else { write(byte) }
            }
        } else {
            write(bytes[place])
            place += 1
        }
    }

    private mutating func write(_ byte: UInt8) {
        if let gap, !output.isEmpty { output.append(gap) }
        gap = nil
        output.append(byte)
    }

    private mutating func space(_ byte: UInt8) {
        if gap != 0x0A { gap = byte }
    }

    private mutating func skip(past end: StaticString) {
        while place < bytes.count {
            if starts(with: end) {
                place += end.utf8CodeUnitCount
                return
            }
            place += 1
        }
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[place...].starts(with: $0) }
    }

    private func startsIgnoringCase(with text: String) -> Bool {
        bytes[place...].prefix(text.utf8.count).map { $0.isUpperCase ? $0 | 0x20 : $0 }.elementsEqual(text.utf8)
    }
}

extension UInt8 {
    fileprivate var isUpperCase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
