/// What stands inside a line of text: `**strong**` and `` `code` ``.
///
/// The rest is escaped and left as it is.
enum HTMLInline {
    static func html(of text: Substring) -> String {
        var output = ""
        for (place, part) in pieces(of: text, by: "`").enumerated() {
            if place.isMultiple(of: 2) {
                for (place, part) in pieces(of: part, by: "**").enumerated() {
                    let words = HTMLText.escaped(part)
                    output += place.isMultiple(of: 2) ? words : "<strong>\(words)</strong>"
                }
            } else {
                output += "<code>\(HTMLText.escaped(part))</code>"
            }
        }
        return output
    }

    /// The text cut at each pair of marks: every second piece stood between two.
    ///
    /// A mark without its second is text.
    private static func pieces(of text: Substring, by mark: String) -> [Substring] {
        var cuts: [Substring] = []
        var rest = text
        while let found = range(of: mark, in: rest) {
            cuts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        guard !cuts.count.isMultiple(of: 2), let last = cuts.popLast() else { return cuts + [rest] }
        return cuts + [text[last.startIndex...]]
    }

    private static func range(of mark: String, in text: Substring) -> Range<Substring.Index>? {
        var place = text.startIndex
        while place < text.endIndex {
            let rest = text[place...]
            if rest.hasPrefix(mark) { return place..<text.index(place, offsetBy: mark.count) }
            place = text.index(after: place)
        }
        return nil
    }
}
