/// Why a text is not JSON that the program reads.
package enum JSONError: Error, Equatable {
    /// The byte at `offset` (from 0) cannot stand there.
    case unexpected(offset: Int)
    case unexpectedEnd
    /// Nested deeper than ``JSONValue/depthLimit``.
    case tooDeep
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpected(let offset): "what stands at byte \(offset) cannot stand there"
        case .unexpectedEnd: "it ends too early"
        case .tooDeep: "it is nested more than \(JSONValue.depthLimit) deep"
        }
    }
}

extension JSONValue {
    /// How many arrays and objects may stand inside one another: enough for any message, too little for the stack to matter.
    package static let depthLimit = 64

    /// Reads exactly one value of RFC 8259 with blanks around it.
    ///
    /// The last of equal keys counts.
    ///
    /// - Throws: ``JSONError``.
    package init(parsing text: String) throws(JSONError) {
        var parser = JSONParser(bytes: Array(text.utf8))
        self = try parser.document()
    }

    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }
}

struct JSONParser {
    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value()
        skipBlanks()
        guard offset == bytes.count else { throw .unexpected(offset: offset) }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipBlanks()
        switch try peek() {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var members: [String: JSONValue] = [:]
        skipBlanks()
        if try peek() == UInt8(ascii: "}") {
            leave()
            return .object(members)
        }
        while true {
            skipBlanks()
            guard try peek() == UInt8(ascii: "\"") else { throw .unexpected(offset: offset) }
            let key = try string()
            skipBlanks()
            guard try peek() == UInt8(ascii: ":") else { throw .unexpected(offset: offset) }
            offset += 1
            members[key] = try value()
            skipBlanks()
            switch try peek() {
            case UInt8(ascii: ","): offset += 1
            case UInt8(ascii: "}"):
                leave()
                return .object(members)
            default: throw .unexpected(offset: offset)
            }
        }
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter()
        var items: [JSONValue] = []
        skipBlanks()
        if try peek() == UInt8(ascii: "]") {
            leave()
            return .array(items)
        }
        while true {
            items.append(try value())
            skipBlanks()
            switch try peek() {
            case UInt8(ascii: ","): offset += 1
            case UInt8(ascii: "]"):
                leave()
                return .array(items)
            default: throw .unexpected(offset: offset)
            }
        }
    }

    private mutating func string() throws(JSONError) -> String {
        offset += 1
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\"),
            bytes[offset] >= 0x20
        {
            offset += 1
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
            offset += 1
            return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<offset])
        while true {
            let byte = try peek()
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw .unexpected(offset: offset - 1)
            default: text.append(byte)
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        let byte = try peek()
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try unicodeEscape())).utf8)
        default: throw .unexpected(offset: offset - 1)
        }
    }

    /// The scalar of a `\u` escape, joined with the second half of a surrogate pair.
    ///
    /// A lone half becomes U+FFFD.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = try fourHexDigits()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? replacement }
        guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
            return replacement
        }
        let mark = offset
        offset += 2
        let second = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(second) else {
            offset = mark
            return replacement
        }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
    }

    private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw .unexpected(offset: offset)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = offset
        if try peek() == UInt8(ascii: "-") { offset += 1 }
        if try peek() == UInt8(ascii: "0") { offset += 1 } else { try digits() }
        var whole = true
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            whole = false
            offset += 1
            try digits()
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            whole = false
            offset += 1
            if [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(try peek()) { offset += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if whole, let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw .unexpected(offset: start) }
        return .number(number)
    }

    private mutating func digits() throws(JSONError) {
        let start = offset
        while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
        guard offset > start else { throw offset < bytes.count ? .unexpected(offset: offset) : .unexpectedEnd }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for place in 0..<text.utf8CodeUnitCount {
            guard try peek() == text.utf8Start[place] else { throw .unexpected(offset: offset) }
            offset += 1
        }
        return value
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= JSONValue.depthLimit else { throw .tooDeep }
        offset += 1
    }

    private mutating func leave() {
        depth -= 1
        offset += 1
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard offset < bytes.count else { throw .unexpectedEnd }
        return bytes[offset]
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
    }
}
