/// The forms in which a secret may stand in a text.
enum SecretForms {
    /// The bytes as they are, escaped for JSON and for addresses, in base64 at each of its three alignments, in hexadecimal.
    static func all(of value: String) -> Set<[UInt8]> {
        let bytes = Array(value.utf8)
        var forms: Set<[UInt8]> = [bytes, hexadecimal(bytes, upper: false), hexadecimal(bytes, upper: true)]
        for spared in unreserved {
            forms.formUnion([true, false].map { percentEncoded(bytes, sparing: spared, upper: $0) })
        }
        let quoted = Array(JSONValue.string(value).description.utf8.dropFirst().dropLast())
        forms.insert(quoted)
        forms.insert(quoted.flatMap { $0 == UInt8(ascii: "/") ? Array(#"\/"#.utf8) : [$0] })
        for shift in 0..<3 {
            for alphabet in [standard, forAddresses] { forms.insert(base64(bytes, after: shift, alphabet)) }
        }
        return forms.filter { $0.count >= Redaction.shortest }
    }

    /// The characters that any base64 text has in which the bytes stand after `shift` others and before any others.
    private static func base64(_ bytes: [UInt8], after shift: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let padded = [UInt8](repeating: 0, count: shift) + bytes
        var digits: [UInt8] = []
        var place = 0
        // Six bits a digit; the last ones that are not whole depend on what follows.
        while place + 6 <= padded.count * 8 {
            let (byte, bit) = place.quotientAndRemainder(dividingBy: 8)
            let pair = UInt16(padded[byte]) << 8 | UInt16(byte + 1 < padded.count ? padded[byte + 1] : 0)
            digits.append(alphabet[Int(pair >> UInt16(10 - bit) & 63)])
            place += 6
        }
        return Array(digits.dropFirst((shift * 8 + 5) / 6))
    }

    private static func percentEncoded(_ bytes: [UInt8], sparing spared: [UInt8], upper: Bool) -> [UInt8] {
        bytes.flatMap { byte in
            letters.utf8.contains(byte) || spared.contains(byte)
                ? [byte] : [UInt8(ascii: "%")] + hexadecimal([byte], upper: upper)
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], upper: Bool) -> [UInt8] {
        let digits = Array((upper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    /// What encoders leave as it is besides letters and digits: nothing, what has no meaning in addresses, what browsers leave.
    private static let unreserved = ["", "-._~", "-_.!~*'()"].map { Array($0.utf8) }
    private static let standard = Array((letters + "+/").utf8)
    private static let forAddresses = Array((letters + "-_").utf8)
}
