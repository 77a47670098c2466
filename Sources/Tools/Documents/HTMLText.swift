/// HTML pages that run nothing and fetch nothing.
enum HTMLText {
    /// A full document as it came; anything else inside a minimal page.
    ///
    /// Content that begins with a tag of HTML's body is taken for markup, the rest for text with a little Markdown. The page
    /// forbids scripts and everything from elsewhere by its content security policy, which no markup after it can lift.
    static func page(title: String, content: String) -> String {
        let head = content.drop(while: \.isWhitespace).prefix(64).lowercased()
        if head.hasPrefix("<!doctype") || head.hasPrefix("<html") { return content }
        let body = isMarkup(head) ? content : HTMLBlocks.html(of: content)
        return """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
    }

    static func escaped(_ text: some StringProtocol) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
            default: output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'"

    private static let bodyTags: Set<String> = [
        "article", "aside", "blockquote", "div", "dl", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "main", "nav", "ol", "p", "pre", "section", "style", "table", "ul",
    ]

    private static func isMarkup(_ head: String) -> Bool {
        guard head.first == "<" else { return false }
        let tag = head.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return bodyTags.contains(String(tag))
    }
}
