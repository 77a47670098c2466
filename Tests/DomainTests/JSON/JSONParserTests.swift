import Testing

@testable import Domain

struct JSONParserTests {
    @Test(
        arguments: [
            ("null", .null), ("true", .bool(true)), ("false", .bool(false)), (" \t\r\n0 \t\r\n", .integer(0)),
            (#""""#, .string("")), ("[]", .array([])), ("{}", .object([:])), ("[ ]", .array([])), ("{ }", .object([:])),
            ("[[]]", [[]]), ("[1,2]", [1, 2]), ("[ 1 , 2 ]", [1, 2]), ("[null,true]", [nil, true]),
            (#"{"a":1}"#, ["a": 1]), (#" { "a" : { "b" : [ ] } } "#, ["a": ["b": []]]), (#"{"":0}"#, ["": 0]),
            ("\"\u{7F}\"", .string("\u{7F}")), ("\"äö😀\"", .string("äö😀")), (#""a/b""#, .string("a/b")),
            ("\"\u{2028}\u{FEFF}\"", .string("\u{2028}\u{FEFF}")),
        ] as [(String, JSONValue)])
    func `a value is read`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", " ", "\n", "[", "{", "\"", "\"a", #""\"#, #""\u"#, #""\u12"#, "-", "1.", "1e", "1e+", "t", "tru", "fals", "nul", "[1",
        "[1,", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,"#, "[[]", #"{"a":{}"#,
    ])
    func `a text that stops too soon says so`(text: String) {
        #expect(throws: JSONError.unexpectedEnd) { try JSONValue(parsing: text) }
    }

    @Test(
        arguments: [
            ("nulls", 4), ("nope", 1), ("True", 0), ("NaN", 0), ("Infinity", 0), ("-Infinity", 1), ("undefined", 0), ("'a'", 0),
            ("a", 0),
            ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2), ("]", 0), ("}", 0), ("[]]", 2), ("{}}", 2), ("[] []", 3),
            ("1 2", 2),
            ("{,}", 1), (#"{"a":1,}"#, 7), (#"{"a" 1}"#, 5), (#"{"a":}"#, 5), (#"{"a",1}"#, 4), ("{a:1}", 1), ("{1:1}", 1),
            (#"{"a":1 "b":2}"#, 7), ("{\"a\":1]", 6), ("{null:1}", 1), ("[1] // c", 4), ("/* c */ 1", 0), (",", 0), (":", 0),
            ("\u{FEFF}1", 0), ("\u{A0}1", 0), ("\u{B}1", 0), ("\u{C}1", 0), ("1\u{0}", 1), ("\u{0}", 0),
            ("\"a\nb\"", 2), ("\"a\tb\"", 2), ("\"a\u{0}b\"", 2), ("\"\\n\u{1F}\"", 3), (#""\x41""#, 2), (#""\'""#, 2),
            (#""\U0041""#, 2),
            (#""\u00g0""#, 5), (#""\u+041""#, 3), ("\"\\\n\"", 2),
        ] as [(String, Int)])
    func `a byte that cannot stand there is named by its place`(text: String, offset: Int) {
        #expect(throws: JSONError.unexpected(offset: offset)) { try JSONValue(parsing: text) }
    }

    @Test(arguments: [
        (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u0041\u00e4\u00E4"#, "Aää"), (#"\u0000"#, "\u{0}"),
        (#"\u2028"#, "\u{2028}"), (#"\uFFFF"#, "\u{FFFF}"), (#"\ud83d\ude00"#, "😀"), (#"\uD800\uDC00"#, "\u{10000}"),
        (#"\uDBFF\uDFFF"#, "\u{10FFFF}"), (#"x\u0301y"#, "x\u{301}y"), (#"a\nb\\"#, "a\nb\\"),
    ])
    func `escapes are read`(escaped: String, text: String) throws {
        let value = try JSONValue(parsing: "\"\(escaped)\"")
        #expect(Array(value.string?.unicodeScalars ?? "".unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        (#"\ud83d"#, "\u{FFFD}"), (#"\ude00"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\n"#, "\u{FFFD}\n"),
        (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
        (#"\ud83d\ude00\ude00"#, "😀\u{FFFD}"),
    ])
    func `half a surrogate pair becomes the replacement character`(escaped: String, text: String) throws {
        #expect(try JSONValue(parsing: "\"\(escaped)\"") == .string(text))
    }

    @Test(arguments: [#""\ud83d\u""#, #""\ud83d\u00""#, #""\ud83d\uzzzz""#])
    func `a broken escape after half a surrogate pair is an error`(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test func `the last of equal keys counts`() throws {
        #expect(try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#) == ["a": 3, "b": 2])
        #expect(try JSONValue(parsing: #"{"a":1,"\u0061":2}"#) == ["a": 2])
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], "\u{FFFD}"), ([0x22, 0xC3, 0x22], "\u{FFFD}"), ([0x22, 0x5C, 0x6E, 0x80, 0x22], "\n\u{FFFD}"),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)])
    func `bytes of a text that are no UTF-8 are replaced`(bytes: [UInt8], text: String) throws {
        #expect(try JSONValue(parsing: bytes) == .string(text))
    }
}
