import Domain
import Testing

@testable import Knowledge

struct TextChunkerTests {
    private static func prose(_ count: Int) -> String {
        (1...count).map { "Sentence number \($0) tells something about the workshop." }.joined(separator: " ")
    }

    @Test(arguments: ["", "   ", "\n\n\t\n"])
    func `a blank text has no chunks`(text: String) { #expect(TextChunker().chunks(of: text).isEmpty) }

    @Test func `a short text is one chunk, as it stands`() {
        let text = "# Title\n\n- one\n- two\n\n    let a = 1\n\nEnd."
        #expect(TextChunker().chunks(of: text) == [text])
    }

    @Test func `a long text is cut behind sentences, and the last ones come again`() {
        let chunks = TextChunker(limit: 60, overlap: 20).chunks(of: Self.prose(40))
        #expect(chunks.count > 3)
        #expect(chunks.allSatisfy { TokenEstimate.tokens(in: $0) <= 66 && $0.hasSuffix(".") && $0.hasPrefix("Sentence") })
        for (one, next) in zip(chunks, chunks.dropFirst()) {
            let last = one.components.last ?? ""
            #expect(next.components.first == last)
        }
        for number in 1...40 { #expect(chunks.contains { $0.contains("number \(number) ") }) }
    }

    @Test func `a chunk ends with a paragraph where it can, and then nothing comes again`() {
        let paragraph = Self.prose(4)
        let chunks = TextChunker(limit: 100, overlap: 20).chunks(of: [paragraph, paragraph, paragraph].joined(separator: "\n\n"))
        #expect(chunks == [paragraph, paragraph, paragraph])
    }

    @Test func `marks of Chinese and Japanese end sentences without a blank`() {
        let text = String(repeating: "我们明天开会讨论预算。会議は午後三時に始まります！", count: 30)
        let chunks = TextChunker(limit: 80, overlap: 0).chunks(of: text)
        #expect(chunks.count > 5)
        #expect(chunks.allSatisfy { "。！".contains($0.last ?? " ") })
        #expect(chunks.joined() == text)
    }

    @Test(arguments: [
        String(repeating: "a", count: 20_000), String(repeating: "é漢🎉", count: 4000),
        "x" + String(repeating: "\u{301}", count: 9000),
    ])
    func `a sentence that never ends is cut all the same`(text: String) {
        let chunks = TextChunker(limit: 64, overlap: 8).chunks(of: text)
        #expect(chunks.count > 2)
        #expect(chunks.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(chunks.allSatisfy { TokenEstimate.tokens(in: $0) <= 64 })
    }

    @Test func `a block of code stays whole while it fits, and its lines do when it does not`() {
        let code = "```swift\n" + (1...6).map { "    let a\($0) = \($0). + b" }.joined(separator: "\n") + "\n```"
        let text = Self.prose(6) + "\n\n" + code + "\n\n" + Self.prose(6)
        #expect(TextChunker(limit: 120, overlap: 10).chunks(of: text).contains { $0.contains(code) })
        let long = "~~~\n" + (1...200).map { "line \($0)" }.joined(separator: "\n") + "\n~~~"
        let pieces = TextChunker(limit: 60, overlap: 0).chunks(of: long)
        #expect(pieces.joined(separator: "\n") == long)
    }

    @Test func `a block that is never closed, and lines of every ending, lose nothing`() {
        let text = "one\r\ntwo\rthree\u{2028}```\nfour. five\n\n\nsix"
        let chunks = TextChunker(limit: 8, overlap: 0).chunks(of: text)
        for word in ["one", "two", "three", "four", "five", "six"] { #expect(chunks.contains { $0.contains(word) }) }
    }

    @Test func `a text has no more chunks than it may`() {
        #expect(TextChunker(limit: 8, overlap: 0, most: 5).chunks(of: Self.prose(100)).count == 5)
    }
}

extension String {
    /// The sentences of a text of the tests.
    fileprivate var components: [String] {
        split(separator: ".").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
