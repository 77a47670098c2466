import Domain

/// A JSON document with two blanks per level.
///
/// Only blanks change: the order of the members and the digits of the numbers stay as they were written.
enum JSONDocument {
    /// - Throws: ``ToolFailure`` that says where the text stops being JSON, or that it would have more than `limit` bytes.
    static func indented(_ content: String, limit: Int) throws -> String {
        let bytes = Array((content.hasPrefix("\u{FEFF}") ? content.dropFirst() : content[...]).utf8)
        do {
            _ = try JSONValue(parsing: bytes)
        } catch {
            throw ToolFailure(complaint(about: error, in: bytes))
        }
        var writer = Indenter(bytes: bytes)
        let output = writer.text(limit: limit)
        guard output.count <= limit else {
            throw ToolFailure("The document has more than \(limit) bytes (1 MiB) once it is indented. Split it into several.")
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func complaint(about error: JSONError, in bytes: [UInt8]) -> String {
        switch error {
        case .unexpected(let offset):
            let before = bytes.prefix(offset)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
            return "The content is not JSON: line \(line), column \(column) holds something that cannot stand there."
        case .unexpectedEnd: return "The content is not JSON: it ends in the middle of a value."
        case .tooDeep: return "The content is nested deeper than \(JSONValue.depthLimit) levels."
        }
    }
}

/// Sets the blanks of a text that is known to be JSON.
private struct Indenter {
    let bytes: [UInt8]
    private var output: [UInt8] = []
    private var depth = 0
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The indented text, or its beginning with a little more than `limit` bytes.
    mutating func text(limit: Int) -> [UInt8] {
        while place < bytes.count, output.count <= limit {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): continue
            case UInt8(ascii: "\""): copyString()
            case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                newLine()
                output.append(byte)
            case UInt8(ascii: ","):
                output.append(byte)
                newLine()
            case UInt8(ascii: ":"): output.append(contentsOf: ": ".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private mutating func open(_ byte: UInt8) {
        output.append(byte)
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
        if place < bytes.count, bytes[place] == byte + 2 {  // "}" and "]" stand two after "{" and "["
            output.append(bytes[place])
            place += 1
            return
        }
        depth += 1
        newLine()
    }

    private mutating func copyString() {
        output.append(UInt8(ascii: "\""))
        while place < bytes.count {
            let byte = bytes[place]
            output.append(byte)
            place += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\"), place < bytes.count {
                output.append(bytes[place])
                place += 1
            }
        }
    }

    private mutating func newLine() {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
}
