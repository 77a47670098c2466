import Domain

extension CallReader {
    /// A value as models write it: JSON of RFC 8259, also with commas too many, bare line breaks in strings, the quotes and
    /// words of Python's literals, or its end missing where the answer ends.
    mutating func value(depth: Int = 0) -> JSONValue? {
        skipBlanks()
        guard depth < JSONValue.depthLimit, let byte = peek() else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string().map(JSONValue.string)
        default: return scalar()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        offset += 1
        var members: [String: JSONValue] = [:]
        while true {
            skipBlanks()
            if take("}") || endsHere() { return .object(members) }
            guard let key = string() else { return nil }
            skipBlanks()
            guard take(":"), let value = value(depth: depth + 1) else { return nil }
            members[key] = value
            skipBlanks()
            if take(",") || isAt("}") || endsHere() { continue }
            return nil
        }
    }

    private mutating func array(depth: Int) -> JSONValue? {
        offset += 1
        var items: [JSONValue] = []
        while true {
            skipBlanks()
            if take("]") || endsHere() { return .array(items) }
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
            skipBlanks()
            if take(",") || isAt("]") || endsHere() { continue }
            return nil
        }
    }

    private mutating func scalar() -> JSONValue? {
        let start = offset
        while let byte = peek(), byte.isPartOfName || byte == UInt8(ascii: "+") { offset += 1 }
        switch String(decoding: bytes[start..<offset], as: UTF8.self) {
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        case "null", "None": return .null
        case let text: return try? JSONValue(parsing: text)  // a number, or nothing that can be read
        }
    }

    /// Whether the answer ends here, or its fence or tag does, so that what is open is closed.
    private mutating func endsHere() -> Bool {
        guard isAtEnd ? isWhole : isAt("```") || isAt("</") else { return false }
        isCutOff = true
        return true
    }
}
