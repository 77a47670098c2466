import Domain
import Testing
import Tools

struct HostileContentTests {
    @Test(arguments: DocumentFormat.allCases)
    func `no content stops the program`(format: DocumentFormat) {
        let pieces = [
            "\"", ",", "=", "\r", "\n", "\r\n", "\u{301}", "\u{FEFF}", "\u{0}", "{", "]", "\\", "\"\\u", "**", "`", "```", "# ",
            "- ",
            "1. ", "<", "&",
        ]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let request = DocumentRequest(
                        name: first + third, format: format, title: second, content: first + second + third)
                    do { _ = try TextDocumentWriter().render(request) } catch { #expect(error is ToolFailure) }
                }
            }
        }
    }
}
