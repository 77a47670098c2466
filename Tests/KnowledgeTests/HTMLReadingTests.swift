import Knowledge
import Testing

struct HTMLReadingTests {
    private func text(_ html: String) -> String? {
        TextExtraction.text(of: Array(html.utf8), mimeType: "text/html", name: "a.html")
    }

    @Test(arguments: [
        ("<p>One</p><p>Two  three\n four</p>", "One\nTwo three four"), ("a<b>b</b>c", "abc"), ("<td>a</td><td>b</td>", "a\nb"),
        ("a<br>b", "a\nb"), ("  x  ", "x"), ("", ""), ("<p></p>", ""), ("a < b and c <3", "a < b and c <3"),
        ("<a title=\"x > y\">z</a>", "z"), ("<A HREF='>'>z</A>", "z"), ("<!DOCTYPE html><?xml?>a", "a"), ("a</p >b", "a\nb"),
    ])
    func `tags leave only the words`(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        "<script>alert('<p>x')</script>a", "<STYLE>p { }</style >a", "<!-- <p>x</p> -->a", "<head><title>t</title></head>a",
        "<head><meta><body>a", "<noscript>x</noscript>a", "<svg><text>x</text></svg>a",
        "<script src=x>x</script><template>y</template>a",
        "a<script>x", "a<!-- x", "a<p title=\"x", "a<p",
    ])
    func `what nobody reads is left out`(html: String) {
        #expect(text(html) == "a")
    }

    @Test(arguments: [
        ("a &amp; b", "a & b"), ("&lt;p&gt;", "<p>"), ("&#65;&#x42;&#X43;", "ABC"), ("&eacute;&Uuml;&euro;", "éÜ€"),
        ("a&nbsp;&nbsp;b", "a b"),
        ("AT&T &c; &unknownword; &", "AT&T &c; &unknownword; &"), ("a&#0;b", "a b"), ("&#xD800;x", "x"),
        ("&#99999999999;", "&#99999999999;"),
        ("&#;&#x;", "&#;&#x;"), ("&amp;lt;", "&lt;"), ("&#+65;", "&#+65;"),
    ])
    func `entities become their characters, once`(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: ["<", "&", "<script", "</", "<!--", "<a '", "&#", "<head>"])
    func `hostile repetition costs no time`(unit: String) {
        #expect(text(String(repeating: unit, count: 100_000)) != nil)
    }
}
