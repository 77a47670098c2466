import Knowledge
import Testing

struct TextExtractionTests {
    private func read(_ content: String, _ mimeType: String, _ name: String = "file") -> String? {
        TextExtraction.text(of: Array(content.utf8), mimeType: mimeType, name: name)
    }

    @Test(arguments: [
        ("text/plain", "a"), ("text/markdown; charset=utf-8", "a"), ("TEXT/CSV", "a"), ("application/json", "a"),
        ("application/ld+json", "a"), ("application/yaml", "a"), ("application/octet-stream", "a.MD"), ("", "a.swift"),
        ("", "a.csv"),
    ])
    func `text of all kinds is read as it is`(mimeType: String, name: String) {
        #expect(read("a <b> & c", mimeType, name) == "a <b> & c")
    }

    @Test(arguments: [
        ("image/png", "a.txt"), ("application/pdf", "a.md"), ("application/octet-stream", "a"),
        ("application/octet-stream", "a.png"),
        ("", ""), ("audio/mpeg", "a.txt"), ("application/zip", "a.txt"),
    ])
    func `what is no text is nil`(mimeType: String, name: String) {
        #expect(read("plain", mimeType, name) == nil)
    }

    @Test func `bytes with a zero are binary whatever they are called`() {
        #expect(TextExtraction.text(of: [0x61, 0, 0x62], mimeType: "text/plain", name: "a.txt") == nil)
    }

    @Test func `an empty file is an empty text`() {
        #expect(TextExtraction.text(of: [], mimeType: "text/plain", name: "") == "")
    }

    @Test func `bytes that are not UTF-8 are repaired`() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3]
        #expect(TextExtraction.text(of: bytes, mimeType: "text/plain", name: "") == "a\u{FFFD}b\u{FFFD}")
    }

    @Test func `a byte order mark is no text`() {
        #expect(read("\u{FEFF}a", "text/plain") == "a")
        #expect(TextExtraction.text(of: [0xFF, 0xFE, 0x61, 0, 0xE9, 0], mimeType: "text/plain", name: "") == "aé")
        #expect(TextExtraction.text(of: [0xFE, 0xFF, 0, 0x61, 0xD8], mimeType: "text/plain", name: "") == "a")
    }

    @Test(arguments: ["a", "é", "報", "🙂"])
    func `a long file is cut between two characters`(unit: String) throws {
        let content = "x" + String(repeating: unit, count: TextExtraction.sizeLimit / unit.utf8.count + 10)
        let text = try #require(read(content, "text/plain"))
        #expect(text.utf8.count <= TextExtraction.sizeLimit && text.utf8.count > TextExtraction.sizeLimit - 4)
        #expect(content.hasPrefix(text) && !text.contains("\u{FFFD}"))
    }

    @Test func `repaired text keeps to the limit as well`() {
        let bytes = [UInt8](repeating: 0xFF, count: TextExtraction.sizeLimit)
        let size = TextExtraction.text(of: bytes, mimeType: "text/plain", name: "")?.utf8.count
        #expect(size == TextExtraction.sizeLimit - 1)  // each of the repaired bytes takes three
    }
}
