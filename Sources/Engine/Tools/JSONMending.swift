/// Mends the mistakes that models make in JSON.
enum JSONMending {
    /// Escapes bare control characters inside strings and drops commas before a closing bracket.
    ///
    /// Nothing else is touched.
    static func mend(_ text: String) -> String {
        var output: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in text.utf8 {
            if isInString {
                switch byte {
                case _ where isEscaped:
                    isEscaped = false
                    output.append(byte)
                case UInt8(ascii: "\\"):
                    isEscaped = true
                    output.append(byte)
                case UInt8(ascii: "\""):
                    isInString = false
                    output.append(byte)
                case 0x0A: output.append(contentsOf: #"\n"#.utf8)
                case 0x0D: output.append(contentsOf: #"\r"#.utf8)
                case 0x09: output.append(contentsOf: #"\t"#.utf8)
                default: output.append(byte)
                }
                continue
            }
            if byte == UInt8(ascii: "\"") { isInString = true }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { dropComma(from: &output) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func dropComma(from output: inout [UInt8]) {
        guard let last = output.lastIndex(where: { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }), output[last] == UInt8(ascii: ",")
        else { return }
        output.remove(at: last)
    }
}
