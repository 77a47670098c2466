/// The part of a name that can stand in an address.
package enum Slug {
    package static func isValid(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count) && text.utf8.first != hyphen && text.utf8.last != hyphen
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` naming `field`.
    package static func check(_ text: String, _ field: String) throws(RuleViolation) {
        guard isValid(text) else {
            throw .invalid(field: field, reason: "must be lower-case letters, digits and hyphens, at most 60")
        }
    }

    /// Lower-case letters and digits of `name`, everything between them one hyphen; `nil` when nothing is left.
    package static func make(from name: String) -> String? {
        var bytes: [UInt8] = []
        for byte in name.lowercased().utf8 {
            if isLetterOrDigit(byte) { bytes.append(byte) } else if let last = bytes.last, last != hyphen { bytes.append(hyphen) }
        }
        bytes = Array(bytes.prefix(50))
        while bytes.last == hyphen { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
