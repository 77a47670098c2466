import Domain
import Testing
import Tools

struct DocumentNameTests {
    private func name(_ name: String, _ format: DocumentFormat = .markdown) throws -> String {
        try TextDocumentWriter().render(DocumentRequest(name: name, format: format, content: "1")).fileName
    }

    @Test(arguments: [
        ("plan", "plan.md"), ("plan.md", "plan.md"), ("Plan.MD", "Plan.md"), ("plan.txt", "plan.md"), ("v1.2", "v1.2.md"),
        ("reports/q1.md", "reports-q1.md"), ("../../etc/passwd", "etc-passwd.md"), ("C:\\Users\\x", "C--Users-x.md"),
        ("/", "document.md"),
        ("", "document.md"), (".", "document.md"), ("..", "document.md"), (".env", "env.md"), ("...a...", "a.md"),
        ("a/.b", "a-b.md"),
        (" a  b\n\tc ", "a b c.md"), ("a\u{0}b\u{1B}[31m", "ab[31m.md"), ("gpj\u{202E}exe", "gpjexe.md"),
        ("a\u{200B}b\u{FEFF}", "ab.md"),
        ("<a>?*|\"b", "a-b.md"), ("CON", "CON_.md"), ("nul.md", "nul_.md"), ("com1.tar", "com1.tar_.md"), ("Lpt9", "Lpt9_.md"),
        ("console", "console.md"), ("été.md", "été.md"), ("報告", "報告.md"), ("a.md.md", "a.md.md"), (".md", "md.md"),
        ("md", "md.md"),
    ])
    func `a name becomes one safe path component`(given: String, expected: String) throws {
        #expect(try name(given) == expected)
    }

    @Test(arguments: [
        String(repeating: "a", count: 5_000), String(repeating: "報", count: 300), String(repeating: "👩‍👩‍👧‍👦", count: 300),
        "e" + String(repeating: "\u{301}", count: 4_000), String(repeating: "a.", count: 500),
    ])
    func `a long name is cut to what file systems hold`(given: String) throws {
        let name = try name(given, .html)
        #expect(name.count <= 120 && name.utf8.count <= 255 && name.hasSuffix(".html") && name.count > 5)
    }

    @Test func `no name gets past the rules`() throws {
        let pieces = ["/", "\\", "..", ".", " ", "\u{202E}", "\u{0}", "CON", "a", ":", "\r\n", "\u{2028}", "é", "🙂", ".md"]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let name = try name(first + second + third)
                    let isSafe = name.unicodeScalars.allSatisfy {
                        $0.value >= 0x20 && !"/\\:\u{202E}\u{2028}".unicodeScalars.contains($0)
                    }
                    #expect(isSafe && !name.hasPrefix(".") && name.hasSuffix(".md") && name.count > 3)
                }
            }
        }
    }
}
