import Domain
import Foundation
import Testing
import Tools

struct HTMLTextTests {
    private func html(_ content: String, title: String? = nil, name: String = "page") throws -> String {
        let request = DocumentRequest(name: name, format: .html, title: title, content: content)
        return String(decoding: try TextDocumentWriter().render(request).bytes, as: UTF8.self)
    }

    private func body(_ content: String) throws -> String {
        let page = try html(content)
        let start = try #require(page.range(of: "<body>\n"))
        let end = try #require(page.range(of: "\n</body>"))
        return String(page[start.upperBound..<end.lowerBound])
    }

    @Test(arguments: ["<!DOCTYPE html><p>x", "  <html><body>x</body></html>"])
    func `a full document stays as it is`(content: String) throws {
        #expect(try html(content) == content)
    }

    @Test func `a page forbids scripts and has its title escaped`() throws {
        let page = try html("x", title: "<script>alert(1)</script>")
        #expect(page.contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("<script"))
        #expect(try html("x", name: "my page.html").contains("<title>my page</title>"))
    }

    @Test(arguments: [
        ("One\ntwo\n\nthree", "<p>One\ntwo\n</p>\n<p>three\n</p>"),
        ("# A\n## B & C", "<h1>A</h1>\n<h2>B &amp; C</h2>"),
        ("- a\n- b\n\n1. c\n2) d", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>"),
        (
            "```swift\nlet a = \"<b>\"\n\n# x\n```\nend",
            "<pre><code>\nlet a = &quot;&lt;b&gt;&quot;\n\n# x\n</code></pre>\n<p>end\n</p>"
        ),
        ("a **b** `c<d` **e", "<p>a <strong>b</strong> <code>c&lt;d</code> **e\n</p>"),
        ("a ` b", "<p>a ` b\n</p>"), ("`a` ` b", "<p><code>a</code> ` b\n</p>"),
        ("#hashtag", "<p>#hashtag\n</p>"),
        ("text <img src=x onerror=alert(1)>", "<p>text &lt;img src=x onerror=alert(1)&gt;\n</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>"),
        ("```\nopen", "<pre><code>\nopen\n</code></pre>"),
    ])
    func `text becomes blocks in which everything is escaped`(content: String, expected: String) throws {
        #expect(try body(content) == expected)
    }

    @Test(arguments: ["<h1>Hi</h1><p>x</p>", "<div class=\"a\">x</div>", "<TABLE><tr></tr></TABLE>"])
    func `markup is put into the page as it is`(content: String) throws {
        #expect(try body(content) == content)
        #expect(try html(content).contains("Content-Security-Policy"))
    }

    @Test func `marks without end cost no time`() throws {
        #expect(try !html(String(repeating: "**`", count: 100_000)).isEmpty)
    }
}
