/// The text of a Markdown document.
enum MarkdownText {
    /// The content under its title, unless it begins with a heading of its own.
    static func text(title: String?, content: String) -> String {
        let body = content.hasSuffix("\n") ? content : content + "\n"
        let heading = (title ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !heading.isEmpty, content.first(where: { !$0.isWhitespace }) != "#" else { return body }
        return "# \(heading)\n\n" + body
    }
}
