import TestSupport
import Testing

@testable import Domain

struct MoneyTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("-0.000000000", 0), ("0.0", 0), ("7", 7_000_000_000), ("10", 10_000_000_000),
            ("0.000000001", 1), ("-0.000000001", -1), ("1.5", 1_500_000_000), ("1.50", 1_500_000_000),
            ("0.001230", 1_230_000), ("-12.34", -12_340_000_000), ("1.123456789", 1_123_456_789),
            ("9223372036", 9_223_372_036_000_000_000), ("9223372036.854775807", .max), ("-9223372036.854775808", .min),
            ("-9223372036.854775807", -.max),
        ] as [(String, Int64)])
    func `a plain decimal is read to the nano-dollar`(text: String, nanoDollars: Int64) throws {
        #expect(try Money(text).nanoDollars == nanoDollars)
    }

    @Test(arguments: [
        "", "-", ".", "-.", "1.", ".5", "-.5", "12abc", "abc", "1,5", "1_000", " 7", "7 ", "7\n", "\t7", "1 000", "1e3", "1E3",
        "+1", "+0", "--1", "-+1", "00", "01", "-00", "-01", "00.5", "1.1234567891", "0.0000000000", "12345678901",
        "99999999999.0",
        "9999999999", "9223372036.854775808", "-9223372036.854775809", "9223372037", "-9223372037", "1.2.3", "1..2", "1.-2",
        "1.+2", "1. 2", "1.2e3", "0x10", "$1", "1$", "٣", "１", "½", "1\u{0}", "1\u{301}", "NaN", "inf", "null", "−1",
    ])
    func `anything else is refused and named`(text: String) {
        #expect(throws: MoneyError.malformed(text)) { try Money(text) }
    }

    @Test(
        arguments: [
            (0, "0"), (1, "0.000000001"), (-1, "-0.000000001"), (1_000_000_000, "1"), (1_500_000_000, "1.5"),
            (-12_340_000_000, "-12.34"), (100, "0.0000001"), (3_400_000, "0.0034"), (.max, "9223372036.854775807"),
            (.min, "-9223372036.854775808"),
        ] as [(Int64, String)])
    func `an amount is written as the shortest decimal`(nanoDollars: Int64, text: String) {
        #expect(Money(nanoDollars: nanoDollars).description == text)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `what is written is read back`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let shift = Int64.random(in: 0..<63, using: &random)
            let amount = Money(nanoDollars: Int64.random(in: .min ... .max, using: &random) >> shift)
            #expect(try Money(amount.description) == amount)
            #expect(try Money(column: amount.column) == amount)
        }
    }

    @Test func `in JSON an amount is text, never a number`() throws {
        #expect(JSONText.encode([Money(nanoDollars: 1_250_000)]) == #"["0.00125"]"#)
        #expect(try JSONText.decode([Money].self, from: #"["0.00125"]"#) == [Money(nanoDollars: 1_250_000)])
        #expect(throws: DecodingError.self) { try JSONText.decode([Money].self, from: "[0.00125]") }
        #expect(throws: (any Error).self) { try JSONText.decode([Money].self, from: #"["1e3"]"#) }
    }

    @Test func `amounts compare by value`() throws {
        let amounts = try ["-2", "-1.5", "0", "0.000000001", "1", "10"].map { try Money($0) }
        #expect(amounts == amounts.reversed().sorted())
    }
}
