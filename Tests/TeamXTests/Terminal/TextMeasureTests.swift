import Testing

@testable import teamx

struct TextMeasureTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("…", 1), ("─", 1),
        ("ｱ", 1),
    ])
    func `text takes columns`(text: String, columns: Int) { #expect(TextWidth.of(text) == columns) }

    @Test(arguments: [(0, ""), (1, "…"), (2, "a…"), (5, "ab…gh"), (8, "abcdefgh"), (6, "abc…gh")])
    func `the middle gives way`(width: Int, text: String) { #expect(Elision.middle("abcdefgh", to: width) == text) }

    @Test(arguments: [(0, ""), (1, "…"), (4, "abc…"), (8, "abcdefgh")])
    func `the end gives way`(width: Int, text: String) { #expect(Elision.tail("abcdefgh", to: width) == text) }

    @Test(arguments: [(0, ""), (1, "…"), (4, "…fgh"), (8, "abcdefgh")])
    func `the beginning gives way`(width: Int, text: String) { #expect(Elision.head("abcdefgh", to: width) == text) }

    @Test(arguments: 1...12) func `wide characters are never cut in half`(width: Int) {
        #expect(TextWidth.of(Elision.middle("日本語日本語", to: width)) <= width)
        #expect(TextWidth.of(Elision.tail("日本語日本語", to: width)) <= width)
        #expect(TextWidth.of(Elision.head("日本語日本語", to: width)) <= width)
    }

    @Test func `a stand-in is as wide as what it stands for`() {
        let text = "Ada → “日本” … ✓ é ├└│ ⠋"
        let ascii = ASCIIFallback.text(text)
        #expect(ascii == "Ada > \"????\" ~ + ? +`| *")
        #expect(TextWidth.of(ascii) == TextWidth.of(text))
    }

    @Test(arguments: [
        (["LANG": "en_US.UTF-8"], false), (["LANG": "C.utf8"], false), (["LANG": "C"], true), ([:], true),
        (["LANG": "en_US.UTF-8", "LC_ALL": "C"], true), (["LANG": "C", "LC_CTYPE": "de_DE.UTF-8"], false),
        (["LC_ALL": "", "LANG": "en_US.UTF-8"], false),
    ])
    func `the locale says whether a terminal shows more than ASCII`(environment: [String: String], isNeeded: Bool) {
        #expect(ASCIIFallback.isNeeded(environment: environment) == isNeeded)
    }

    @Test(arguments: [
        ("plain-word_1.md", "plain-word_1.md"), ("two words", "'two words'"), ("it's", "'it'\\''s'"), ("", "''"),
        ("$(rm)", "'$(rm)'"),
        ("/tmp/a", "/tmp/a"), ("café", "'café'"),
    ])
    func `a word is quoted for the shell`(word: String, quoted: String) { #expect(ShellWord.quoted(word) == quoted) }
}
