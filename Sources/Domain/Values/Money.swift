/// An amount in US dollars, exact to the nano-dollar.
///
/// Tables and the API carry it as a decimal string, so that no float ever touches it. The range is ±9.2 billion dollars;
/// arithmetic that would leave it throws instead of wrapping.
package struct Money: Hashable, Sendable {
    package let nanoDollars: Int64

    package init(nanoDollars: Int64) { self.nanoDollars = nanoDollars }

    package static let zero = Money(nanoDollars: 0)
}

/// Why an amount could not be read or computed.
package enum MoneyError: Error, Equatable {
    /// The text is not of the form `-?(0|[1-9][0-9]{0,9})(.[0-9]{1,9})?`, or too large.
    case malformed(String)
    case overflow
}

extension Money {
    /// Reads the strict form `-?(0|[1-9][0-9]{0,9})(.[0-9]{1,9})?`: no exponent, sign, blank or separator beside it.
    ///
    /// - Throws: ``MoneyError/malformed(_:)``.
    package init(_ text: String) throws(MoneyError) {
        var rest = Substring(text).utf8
        let negative = rest.first == UInt8(ascii: "-")
        if negative { rest.removeFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...10).contains(whole.count), whole.allSatisfy(\.isDigit),
            whole.count == 1 || whole.first != UInt8(ascii: "0")
        else { throw .malformed(text) }
        var fraction: Substring.UTF8View.SubSequence?
        if parts.count == 2 {
            guard (1...9).contains(parts[1].count), parts[1].allSatisfy(\.isDigit) else { throw .malformed(text) }
            fraction = parts[1]
        }
        let dollars = whole.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        var nano = (fraction ?? Substring("").utf8).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        for _ in (fraction?.count ?? 0)..<9 { nano *= 10 }
        // The sign goes in before the sum: the lowest amount has no positive counterpart.
        let scaled = dollars.multipliedReportingOverflow(by: negative ? -1_000_000_000 : 1_000_000_000)
        let sum = scaled.partialValue.addingReportingOverflow(negative ? -nano : nano)
        guard !scaled.overflow, !sum.overflow else { throw .malformed(text) }
        self.init(nanoDollars: sum.partialValue)
    }

    /// - Throws: ``MoneyError/overflow``.
    package static func + (left: Money, right: Money) throws(MoneyError) -> Money {
        let (sum, overflow) = left.nanoDollars.addingReportingOverflow(right.nanoDollars)
        guard !overflow else { throw .overflow }
        return Money(nanoDollars: sum)
    }

    /// - Throws: ``MoneyError/overflow``.
    package static func - (left: Money, right: Money) throws(MoneyError) -> Money {
        let (difference, overflow) = left.nanoDollars.subtractingReportingOverflow(right.nanoDollars)
        guard !overflow else { throw .overflow }
        return Money(nanoDollars: difference)
    }

    /// What `count` units cost when a million of them cost this amount, rounded half up to the nano-dollar.
    ///
    /// - Throws: ``MoneyError/overflow``.
    package func perMillion(times count: Int64) throws(MoneyError) -> Money {
        let million: Int128 = 1_000_000
        let product = Int128(nanoDollars) * Int128(count) + million / 2
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: million)
        guard let nano = Int64(exactly: remainder < 0 ? quotient - 1 : quotient) else { throw .overflow }
        return Money(nanoDollars: nano)
    }
}

extension Money: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.nanoDollars < right.nanoDollars }
}

extension Money: CustomStringConvertible {
    /// The shortest decimal that means exactly this amount, such as `0`, `12`, `0.0034`.
    package var description: String {
        let (whole, fraction) = nanoDollars.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        var text = (nanoDollars < 0 ? "-" : "") + String(whole)
        guard fraction > 0 else { return text }
        let digits = String(fraction)
        var padded = String(repeating: "0", count: 9 - digits.count) + digits
        while padded.last == "0" { padded.removeLast() }
        text += "." + padded
        return text
    }
}

extension Money: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Money: ColumnConvertible {
    package init(column: ColumnValue) throws { try self.init(String(column: column)) }

    package var column: ColumnValue { .text(description) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
