import Testing

@testable import Domain

struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ] as [(String, Int64)])
    func `a whole number is exact in the range of 64 bits`(text: String, integer: Int64) throws {
        #expect(try JSONValue(parsing: text) == .integer(integer))
    }

    @Test(
        arguments: [
            ("0.0", 0), ("0.1", 0.1), ("-1.5", -1.5), ("1e3", 1000), ("1E+3", 1000), ("1e-3", 0.001), ("-2.5E-1", -0.25),
            ("0e0", 0),
            ("0e99999", 0), ("9223372036854775808", 9_223_372_036_854_775_808),
            ("-9223372036854775809", -9_223_372_036_854_775_808),
            ("100000000000000000000", 1e20),
            ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("1e-99999999999999999999", 0),
        ] as [(String, Double)])
    func `any other number is the nearest double`(text: String, number: Double) throws {
        #expect(try JSONValue(parsing: text) == .number(number))
    }

    @Test(arguments: ["1e309", "-1e309", "1e99999999999999999999", "1" + String(repeating: "0", count: 400)])
    func `a number that no double can hold is refused`(text: String) {
        #expect(throws: JSONError.unexpected(offset: 0)) { try JSONValue(parsing: text) }
        #expect(throws: JSONError.unexpected(offset: 1)) { try JSONValue(parsing: "[\(text)]") }
    }

    @Test(
        arguments: [
            ("01", 1), ("-01", 2), ("00", 1), ("+1", 0), (".5", 0), ("-.5", 1), ("1.e3", 2), ("1..2", 2), ("1.2.3", 3),
            ("1e2.5", 3),
            ("1ee3", 2), ("1e+-3", 3), ("0x10", 1), ("1_000", 1), ("--1", 1), ("- 1", 1), ("1,5", 1), ("１", 0), ("1f", 1),
        ] as [(String, Int)])
    func `another spelling of a number is refused`(text: String, offset: Int) {
        #expect(throws: JSONError.unexpected(offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test func `a fraction of zero still is a whole number to who asks for one`() throws {
        #expect(try JSONValue(parsing: "3.0").integer == 3)
        #expect(try JSONValue(parsing: "1e3").integer == 1000)
        #expect(try JSONValue(parsing: "3.5").integer == nil)
        #expect(try JSONValue(parsing: "9223372036854775808").integer == nil)
        #expect(try JSONValue(parsing: "3").number == 3)
    }
}
