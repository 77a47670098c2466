import Domain
import Testing

@testable import teamx

struct QuantityTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1.0k"), (1949, "1.9k"), (999_949, "999.9k"), (999_950, "1.0M"), (2_400_000, "2.4M"),
        (-1949, "-1.9k"), (Int.max, "9223372036854.8M"), (Int.min, "-9223372036854.8M"),
    ])
    func `a count is short`(number: Int, text: String) { #expect(Quantity.count(number) == text) }

    @Test(arguments: [(0, "0 B"), (940, "940 B"), (1900, "1.9 kB"), (2_400_000, "2.4 MB"), (3_000_000_000, "3.0 GB")])
    func `a size has a unit`(number: Int, text: String) { #expect(Quantity.bytes(number) == text) }

    @Test(arguments: [(-5, "00:00"), (0, "00:00"), (65_000, "01:05"), (3_661_000, "1:01:01")] as [(Int64, String)])
    func `a clock counts minutes and seconds`(time: Int64, text: String) { #expect(Quantity.clock(milliseconds: time) == text) }

    @Test(
        arguments: [(840, "0.8 s"), (9_999, "9.9 s"), (52_000, "52 s"), (185_000, "3 min 5 s"), (7_440_000, "2 h 4 min")]
            as [(Int64, String)])
    func `a duration is said in its largest units`(time: Int64, text: String) {
        #expect(Quantity.duration(milliseconds: time) == text)
    }

    @Test(arguments: [
        ("0", "$0.00"), ("0.004", "$0.0040"), ("0.0000004", "<$0.000001"), ("0.000034", "$0.000034"), ("0.12", "$0.12"),
        ("12.345", "$12.35"), ("-1.5", "-$1.50"), ("1234567.891", "$1234567.89"),
    ])
    func `money has as many places as it needs`(amount: String, text: String) throws {
        #expect(Quantity.dollars(try Money(amount)) == text)
    }
}
