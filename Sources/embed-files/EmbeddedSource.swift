/// The Swift source in which files are held.
///
/// A file that is UTF-8 becomes one string literal on one line, in which everything but plain characters is escaped: a literal
/// over several lines would change CR LF, and the bytes must stay what was signed. Any other file becomes base64.
struct EmbeddedSource {
    private var texts: [String] = []
    private var binaries: [String] = []

    mutating func add(_ bytes: [UInt8], at path: String) {
        let name = Self.literal(path)
        if let text = String(validating: bytes, as: UTF8.self) {
            texts.append("(path: \(name), text: \(Self.literal(text))),")
        } else {
            binaries.append("(path: \(name), base64: \"\(Self.base64(bytes))\"),")
        }
    }

    var text: String {
        """
        /// The files that the program carries inside, by their path from the root of the package.
        enum EmbeddedFiles {
            static let all: [(path: String, text: String)] = [
        \(Self.lines(texts))    ]

            /// Files that are no text.
            static let binaries: [(path: String, base64: String)] = [
        \(Self.lines(binaries))    ]
        }

        """
    }

    private static func lines(_ entries: [String]) -> String {
        entries.map { "        \($0)\n" }.joined()
    }

    /// A string literal that means exactly `text`.
    static func literal(_ text: String) -> String {
        var literal = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                literal.append("\\")
                literal.append(scalar)
            case "\n": literal.append(contentsOf: "\\n".unicodeScalars)
            case "\t": literal.append(contentsOf: "\\t".unicodeScalars)
            case "\r": literal.append(contentsOf: "\\r".unicodeScalars)
            default:
                if isPlain(scalar) {
                    literal.append(scalar)
                } else {
                    literal.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
                }
            }
        }
        literal.append("\"")
        return String(literal)
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
