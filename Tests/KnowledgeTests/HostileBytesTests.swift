import Knowledge
import Testing

struct HostileBytesTests {
    @Test(arguments: ["text/html", "text/plain", "application/octet-stream"])
    func `no bytes stop the program`(mimeType: String) {
        let pieces: [[UInt8]] = [
            Array("<p>".utf8), Array("</".utf8), Array("<!--".utf8), Array("&#x".utf8), Array("&amp".utf8), Array(";".utf8),
            [0xFF, 0xFE],
            [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F], [0x80], [0], Array("<script".utf8), Array("\"".utf8), Array(">".utf8),
        ]
        for first in pieces {
            for second in pieces {
                for third in pieces { _ = TextExtraction.text(of: first + second + third, mimeType: mimeType, name: "a.html") }
            }
        }
    }
}
