import Testing

@testable import teamx

struct WordWrapTests {
    @Test(arguments: [
        ("one two three", 8, ["  one", "    two", "    three"]), ("one two", 20, ["  one two"]), ("", 8, ["  "]),
        ("a verylongword b", 8, ["  a", "    verylongword", "    b"]), ("one\n\ntwo", 20, ["  one", "    ", "    two"]),
    ])
    func `lines break between words`(text: String, width: Int, lines: [String]) {
        #expect(WordWrap.lines(text, width: width, indent: "  ", hanging: "    ") == lines)
    }

    @Test func `without a width lines stay as they are`() {
        #expect(WordWrap.lines("one two\nthree", width: nil) == ["one two", "three"])
    }
}
