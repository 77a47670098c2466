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

    /// The same, but when the value is an object, it comes without the members of these names.
    ///
    /// For pieces of a stream, each of which repeats much that nobody reads: it is checked, but not kept.
    package init(parsing bytes: [UInt8], leavingOut names: [StaticString]) throws(JSONError) {
        var parser = JSONParser(bytes: bytes, leavingOut: names)
        self = try parser.document()
    }
}

struct JSONParser {
    let bytes: [UInt8]
    /// Names of members of the outermost object that nobody wants.
    let unwanted: [StaticString]
    var offset = 0
    private var depth = 0

    init(bytes: [UInt8], leavingOut unwanted: [StaticString] = []) {
        self.bytes = bytes
        self.unwanted = unwanted
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value()
        skipBlanks()
        guard offset == bytes.count else { throw .unexpected(offset: offset) }
        return value
    }

    mutating func value() throws(JSONError) -> JSONValue {
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
            if depth == 1, let length = unwantedName() {
                offset += length + 2
                try colon()
                try skipValue()
            } else {
                let key = try string()
                try colon()
                // Most objects have two or three, and making room a second time costs more than they do.
                if members.isEmpty { members.reserveCapacity(3) }
                members[key] = try value()
            }
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

    private mutating func colon() throws(JSONError) {
        skipBlanks()
        guard try peek() == UInt8(ascii: ":") else { throw .unexpected(offset: offset) }
        offset += 1
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
        if whole, offset - start <= 18 { return .integer(integer(from: start)) }  // so few digits always fit
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if whole, let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw .unexpected(offset: start) }
        return .number(number)
    }

    /// The whole number of few digits between `start` and here.
    private func integer(from start: Int) -> Int64 {
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var integer: Int64 = 0
        for place in (isNegative ? start + 1 : start)..<offset {
            integer = integer * 10 + Int64(bytes[place] - UInt8(ascii: "0"))
        }
        return isNegative ? -integer : integer
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

    func peek() throws(JSONError) -> UInt8 {
        guard offset < bytes.count else { throw .unexpectedEnd }
        return bytes[offset]
    }

    mutating func skipBlanks() {
        while offset < bytes.count, bytes[offset] <= 0x20 {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }
}
