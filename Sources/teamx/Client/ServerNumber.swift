import Domain

/// Numbers that came from a server, which may be another version or not be ours at all.
///
/// Only those that JSON carries exactly are taken, ±2^53 (RFC 8259, section 6), so that what is reckoned with a few of them
/// stays within an `Int`; sums of many stop at its ends.
enum ServerNumber {
    static let range: ClosedRange<Int64> = -(1 << 53)...(1 << 53)
}

extension JSONValue {
    /// The whole number that this is, if it lies within ``ServerNumber/range``.
    var serverNumber: Int? { integer.flatMap { ServerNumber.range.contains($0) ? Int(exactly: $0) : nil } }
}

extension Int {
    /// The sum, or the number nearest to it.
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

extension Money {
    /// The sum, or this amount when there is no such sum.
    func addingClamped(_ other: Money) -> Money { (try? self + other) ?? self }  // beyond all money: not counted
}
