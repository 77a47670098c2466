/// What people call a ticket, in whichever company it is: `AUR-12`.
package struct TicketKey: Hashable, Sendable, CustomStringConvertible {
    /// The company's, in capitals.
    package let prefix: String
    package let number: Int

    package init(_ prefix: String, _ number: Int) {
        self.prefix = prefix
        self.number = number
    }

    /// - Returns: `nil` for a text that is no key; capitals do not matter.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, (1...12).contains(parts[0].utf8.count),
            Self.isLetter(first), parts[0].utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) }),
            (1...10).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(Self.isDigit), let number = Int(parts[1])
        else { return nil }
        self.init(parts[0].uppercased(), number)
    }

    package var description: String { "\(prefix)-\(number)" }

    /// The first three letters of a company's slug, in capitals; others when it has none.
    package static func letters(of slug: String) -> String {
        let letters = String(decoding: slug.utf8.filter(isLetter).prefix(3), as: UTF8.self).uppercased()
        return letters.isEmpty ? "TX" : letters
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Company {
    /// The key of the ticket with a number.
    package func key(_ number: Int?) -> String? {
        guard let number, let ticketPrefix else { return number.map { "#\($0)" } }
        return TicketKey(ticketPrefix, number).description
    }
}
