extension String {
    /// The text as it may stand in the path or the query of a URL.
    ///
    /// - Parameter kept: Characters that stay beside the ones that always do.
    func percentEncoded(keeping kept: String) -> String {
        var encoded = ""
        for byte in utf8 {
            let scalar = Unicode.Scalar(byte)
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(scalar)
            default:
                if kept.unicodeScalars.contains(scalar) {
                    encoded.unicodeScalars.append(scalar)
                } else {
                    encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
                }
            }
        }
        return encoded
    }

    var percentEncoded: String { percentEncoded(keeping: "") }
}
