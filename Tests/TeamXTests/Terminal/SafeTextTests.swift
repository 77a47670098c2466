import Testing

@testable import teamx

struct SafeTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("naïve café 日本 👩‍👩‍👧", "naïve café 日本 👩‍👩‍👧"), ("two\nlines\there", "two lines here"),
        ("\u{1B}[31mred\u{1B}[0m", "\u{FFFD}[31mred\u{FFFD}[0m"), ("\u{1B}]0;title\u{7}", "\u{FFFD}]0;title\u{FFFD}"),
        ("c1 \u{9B}2J", "c1 \u{FFFD}2J"), ("\u{202E}evil\u{202C}", "\u{FFFD}evil\u{FFFD}"),
        ("\u{2067}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
        ("zero\u{200B}width", "zero\u{FFFD}width"), ("bell\u{7}delete\u{7F}", "bell\u{FFFD}delete\u{FFFD}"),
        ("tag\u{E0041}", "tag\u{FFFD}"), ("carriage\rreturn", "carriage return"), ("\u{2028}separator", " separator"),
    ])
    func `a line has no teeth`(text: String, safe: String) {
        #expect(SafeText.line(text) == safe)
    }

    @Test func `a block keeps its lines and widens its tabs`() {
        #expect(SafeText.block("one\r\ntwo\n\tthree\u{1B}c") == "one\ntwo\n    three\u{FFFD}c")
    }

    @Test func `a tower of accents is cut`() {
        let tower = "a" + String(repeating: "\u{301}", count: 500)
        #expect(SafeText.line(tower).unicodeScalars.count == SafeText.scalarLimit)
    }

    @Test func `JSON keeps its meaning in escapes`() {
        #expect(SafeText.json(#"{"a":"\#u{202E}b\#u{9B}","c":"é"}"#) == #"{"a":"\u202eb\u009b","c":"é"}"#)
        #expect(SafeText.json(#""\#u{E0041}""#) == #""\udb40\udc41""#)
    }

    @Test func `no scalar that moves a cursor gets through`() {
        let all = (0...0x2FFF).compactMap(Unicode.Scalar.init).map(String.init).joined()
        #expect(!SafeText.line(all).unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
}
