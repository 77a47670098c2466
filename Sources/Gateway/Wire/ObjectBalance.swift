/// Tells, while a text comes in pieces, whether it is an object from its first brace to the one that closes it.
///
/// It counts braces outside of strings and checks nothing else, so that each byte is looked at once.
struct ObjectBalance: Sendable {
    private var depth = 0
    private var hasBegun = false
    private var isInString = false
    private var isEscaped = false

    /// The braces that were opened are closed again.
    var isClosed: Bool { hasBegun && depth == 0 }

    mutating func add(_ text: String) {
        for byte in text.utf8 {
            if isInString {
                take(inString: byte)
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"):
                    hasBegun = true
                    depth += 1
                case UInt8(ascii: "}"): depth = max(0, depth - 1)
                default: break
                }
            }
        }
    }

    private mutating func take(inString byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
    }
}
