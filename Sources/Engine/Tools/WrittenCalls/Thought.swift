import Domain

/// Tells what a model thought from what it says, where a server hands both out as one text.
///
/// DeepSeek-R1, QwQ and Qwen3 think between `<think>` and `</think>` before they answer. Where the chat template writes the
/// opening tag itself, the answer has only the closing one; an answer that was cut off may have only the opening one.
enum Thought {
    /// The most tags that are looked at: an answer has two, and a text of nothing but tags must not cost more than a long one.
    static let tagLimit = 1000

    /// `text` without the thought at its beginning; as it stands when there is none.
    ///
    /// A tag in the middle of the answer that is quoted, in code, or in the JSON or the call that it is an argument of, is text,
    /// and so are two tags that belong together.
    static func removed(from text: String, known: Set<String>) -> String {
        let bytes = Array(text.utf8)
        let tags = tags(in: bytes)
        guard !tags.isEmpty else { return text }
        let quoted = quoted(tags, in: bytes, known: known)
        var start = Start(of: bytes)
        var isThinking = false
        var openTags = 0
        for tag in tags {
            if isThinking {
                if tag.isOpening { continue }
                isThinking = false
                start.move(to: tag.range.upperBound, in: bytes)
            } else if tag.isOpening, tag.range.lowerBound == start.firstWord {
                isThinking = true
            } else if !quoted.contains(tag) {
                if tag.isOpening {
                    openTags += 1
                } else if openTags > 0 {
                    openTags -= 1
                } else {
                    start.move(to: tag.range.upperBound, in: bytes)
                }
            }
        }
        if isThinking { return "" }
        return start.place == 0 ? text : String(decoding: bytes[start.firstWord...], as: UTF8.self)
    }

    /// Where the answer begins, behind the thought.
    private struct Start {
        private(set) var place = 0
        /// Where the first byte stands that is no blank.
        private(set) var firstWord = 0

        init(of bytes: [UInt8]) { move(to: 0, in: bytes) }

        mutating func move(to place: Int, in bytes: [UInt8]) {
            self.place = place
            firstWord = bytes[place...].firstIndex { !$0.isBlank } ?? bytes.endIndex
        }
    }

    private struct Tag: Hashable {
        let range: Range<Int>
        let isOpening: Bool
    }

    private static func tags(in bytes: [UInt8]) -> [Tag] {
        let words: [(text: [UInt8], isOpening: Bool)] = [
            (Array("<think>".utf8), true), (Array("</think>".utf8), false), (Array("<thinking>".utf8), true),
            (Array("</thinking>".utf8), false),
        ]
        var tags: [Tag] = []
        for place in bytes.indices where bytes[place] == UInt8(ascii: "<") {
            guard let word = words.first(where: { bytes[place...].starts(with: $0.text) }) else { continue }
            tags.append(Tag(range: place..<(place + word.text.count), isOpening: word.isOpening))
            if tags.count == tagLimit { break }
        }
        return tags
    }

    private static func quoted(_ tags: [Tag], in bytes: [UInt8], known: Set<String>) -> Set<Tag> {
        let calls = WrittenCallScan.findings(in: bytes, known: known).filter { !$0.isCutOff }.map(\.range)
        let code = MarkdownCode.ranges(in: Array(bytes.prefix(WrittenCallScan.sizeLimit)))
        return Set(tags.filter { isInQuotes($0, bytes) })
            .union(tagsWithin(calls, of: tags)).union(tagsWithin(code, of: tags))
    }

    /// The tags that begin within one of `ranges`; both are in order.
    private static func tagsWithin(_ ranges: [Range<Int>], of tags: [Tag]) -> [Tag] {
        var rest = ranges[...]
        return tags.filter { tag in
            while let range = rest.first, range.upperBound <= tag.range.lowerBound { rest = rest.dropFirst() }
            return rest.first?.contains(tag.range.lowerBound) == true
        }
    }

    /// Whether the tag stands between two quotation marks.
    private static func isInQuotes(_ tag: Tag, _ bytes: [UInt8]) -> Bool {
        let pairs = [("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("(", ")")]
        return pairs.contains { open, close in
            bytes[..<tag.range.lowerBound].suffix(open.utf8.count).elementsEqual(open.utf8)
                && bytes[tag.range.upperBound...].starts(with: close.utf8)
        }
    }
}
