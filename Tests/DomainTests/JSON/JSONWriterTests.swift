import TestSupport
import Testing

@testable import Domain

struct JSONWriterTests {
    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (-7, "-7"), (.integer(.min), "-9223372036854775808"), (.number(0.1), "0.1"),
            (.number(-0.0), "0"), (.number(3), "3"), (.number(1e300), "1e+300"), (.number(.leastNonzeroMagnitude), "5e-324"),
            (.number(9_223_372_036_854_775_808), "9.223372036854776e+18"),
            (.number(-9_223_372_036_854_775_808), "-9223372036854775808"),
            (.number(.nan), "null"), (.number(.infinity), "null"), (.number(-.infinity), "null"),
            ([], "[]"), ([:], "{}"), ([1, [2], nil], "[1,[2],null]"), (["b": 1, "a": [:], "B": ""], #"{"B":"","a":{},"b":1}"#),
        ] as [(JSONValue, String)])
    func `a value has one text`(value: JSONValue, text: String) throws {
        #expect(value.description == text)
        #expect(JSONText.encode(value) == text)
        #expect(try JSONValue(parsing: JSONText.encode([value])).description == "[\(text)]")
    }

    @Test(arguments: [
        ("", ""), ("a/b", "a/b"), ("\"\\", #"\"\\"#), ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
        ("\u{0}\u{1}\u{F}", #"\u0000\u0001\u000f"#),
        ("\u{10}\u{1F}\u{7F}", "\\u0010\\u001f\u{7F}"), ("äö😀\u{2028}", "äö😀\u{2028}"), ("<&>", "<&>"),
    ])
    func `a string is escaped where it must be and nowhere else`(text: String, escaped: String) {
        #expect(JSONValue.string(text).description == "\"\(escaped)\"")
        #expect(JSONValue.object([text: 0]).description == "{\"\(escaped)\":0}")
    }

    @Test func `keys are sorted by their bytes, whatever Unicode takes for alike`() {
        // The Angstrom sign is composed to U+00C5 when strings are compared, which would put it before U+0100.
        let value: JSONValue = ["\u{212B}": 1, "\u{100}": 2, "z": 3, "\u{1F600}": 4, "\u{FF5E}": 5, "": 6]
        #expect(value.description == "{\"\":6,\"z\":3,\"\u{100}\":2,\"\u{212B}\":1,\"\u{FF5E}\":5,\"\u{1F600}\":4}")
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func `what is written is read back`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<100 {
            let value = JSONValue.random(using: &random)
            #expect(try JSONValue(parsing: value.description) == value)
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `what is written is what other JSON readers take for the same`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let value = JSONValue.random(using: &random)
            let boxed = try JSONText.decode([JSONValue].self, from: "[\(value.description)]")
            #expect(boxed == [value])
            #expect(try JSONValue(parsing: JSONText.encode([value])) == .array([value]))
        }
    }
}

extension JSONValue {
    /// A value of any shape in its canonical form: no whole number is a ``JSONValue/number(_:)``.
    static func random(depth: Int = 0, using random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random))
        case 3: randomNumber(using: &random)
        case 4, 5: .string(randomText(using: &random))
        case 6: .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in Self.random(depth: depth + 1, using: &random) })
        default:
            .object(
                (0..<Int.random(in: 0..<5, using: &random)).reduce(into: [:]) { members, _ in
                    members[randomText(using: &random)] = Self.random(depth: depth + 1, using: &random)
                })
        }
    }

    private static func randomNumber(using random: inout SeededRandom) -> JSONValue {
        let number = Double(bitPattern: random.next())
        guard number.isFinite, Int64(exactly: number) == nil else { return .number(0.5) }
        return .number(number)
    }

    private static func randomText(using random: inout SeededRandom) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0..<12, using: &random) {
            let range = ranges.randomElement(using: &random) ?? 0x41...0x41
            let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\\"
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
