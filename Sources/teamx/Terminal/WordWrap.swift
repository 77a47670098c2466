/// Breaks text between words.
enum WordWrap {
    /// The lines of `text`, `width` columns wide at most where its words allow it.
    ///
    /// - Parameters:
    ///   - indent: What stands before the first line.
    ///   - hanging: What stands before every other line.
    ///   - width: `nil` leaves the lines as long as they are.
    static func lines(_ text: String, width: Int?, indent: String = "", hanging: String = "") -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = lines.isEmpty ? indent : hanging
            guard let width, TextWidth.of(paragraph) + TextWidth.of(start) > width else {
                lines.append(start + paragraph)
                continue
            }
            var line = start
            var isEmpty = true
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                if !isEmpty, TextWidth.of(line) + 1 + TextWidth.of(word) > width {
                    lines.append(line)
                    (line, isEmpty) = (hanging, true)
                }
                line += (isEmpty ? "" : " ") + word
                isEmpty = false
            }
            lines.append(line)
        }
        return lines
    }
}
