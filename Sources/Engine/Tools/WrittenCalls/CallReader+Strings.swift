extension CallReader {
    /// A string in double or single quotes, or in three of either as Python has it.
    ///
    /// Escapes are those of JSON and the likeliest of Python's; one that is in neither stays as it stands.
    mutating func string() -> String? {
        guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let isTriple = isAt("\"\"\"") || isAt("'''")
        offset += isTriple ? 3 : 1
        var text: [UInt8] = []
        while let byte = peek() {
            if byte == quote, !isTriple || isAt("\"\"\"") || isAt("'''") {
                offset += isTriple ? 3 : 1
                return String(decoding: text, as: UTF8.self)
            }
            offset += 1
            if byte == UInt8(ascii: "\\") { escape(into: &text) } else { text.append(byte) }
        }
        guard isWhole else { return nil }
        isCutOff = true
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard let byte = peek() else { return }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case 0x0A: break  // Python goes on in the next line
        case UInt8(ascii: "u"): text.append(contentsOf: scalar(after: "u", digits: 4).utf8)
        case UInt8(ascii: "x"): text.append(contentsOf: scalar(after: "x", digits: 2).utf8)
        case UInt8(ascii: "U"): text.append(contentsOf: scalar(after: "U", digits: 8).utf8)
        default: text.append(contentsOf: [UInt8(ascii: "\\"), byte])
        }
    }

    /// The character that the digits here stand for, joined with the second half of a surrogate pair; half a pair is U+FFFD.
    private mutating func scalar(after letter: String, digits: Int) -> String {
        guard let first = hexadecimal(digits) else { return "\\" + letter }
        if (0xD800..<0xDC00).contains(first), isAt("\\u") {
            let mark = offset
            offset += 2
            if let second = hexadecimal(4), (0xDC00..<0xE000).contains(second),
                let joined = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
            {
                return String(joined)
            }
            offset = mark
        }
        return String(Unicode.Scalar(first) ?? "\u{FFFD}")
    }

    private mutating func hexadecimal(_ digits: Int) -> UInt32? {
        let text = String(decoding: bytes[min(offset, bytes.count)...].prefix(digits), as: UTF8.self)
        guard text.utf8.count == digits, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16) else { return nil }
        offset += digits
        return value
    }
}
