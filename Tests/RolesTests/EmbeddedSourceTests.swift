import Foundation
import Testing

@testable import embed_files

struct EmbeddedSourceTests {
    @Test(arguments: [
        ("", #""""#), ("a\nb", #""a\nb""#), ("\r\n\t", #""\r\n\t""#), (#"\(x) "q""#, #""\\(x) \"q\"""#), ("ü🙂", #""ü🙂""#),
        ("\u{0}\u{202E}", #""\u{0}\u{202e}""#),
    ])
    func `a literal means the text exactly`(text: String, literal: String) {
        #expect(EmbeddedSource.literal(text) == literal)
    }

    @Test(arguments: [[], [0], [0, 255], [1, 2, 3], [250, 251, 252, 253]] as [[UInt8]])
    func `bytes that are no text become base64`(bytes: [UInt8]) {
        #expect(EmbeddedSource.base64(bytes) == Data(bytes).base64EncodedString())
    }

    @Test func `texts and other files are kept apart`() {
        var source = EmbeddedSource()
        source.add(Array("x".utf8), at: "a.md")
        source.add([0xFF], at: "b.png")
        #expect(source.text.contains(#"(path: "a.md", text: "x"),"#))
        #expect(source.text.contains(#"(path: "b.png", base64: "/w=="),"#))
    }
}
