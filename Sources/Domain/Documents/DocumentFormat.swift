/// The kinds of text document that employees can write.
package enum DocumentFormat: String, Vocabulary {
    case markdown = "md"
    case text = "txt"
    case csv
    case json
    case html

    package static let aliases: [String: Self] = ["markdown": .markdown, "text": .text, "htm": .html]

    /// The format that a name, an extension or an alias means, in any case and with or without a leading dot.
    package init?(named name: String) {
        var name = name.lowercased().drop { $0 == " " || $0 == "." }
        while name.last == " " { name.removeLast() }
        self.init(reading: String(name))
    }

    /// What a file of this format ends with, without the dot.
    package var fileExtension: String { rawValue }

    /// The media type as it stands in a `Content-Type` header.
    package var mimeType: String {
        switch self {
        case .markdown: "text/markdown; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .html: "text/html; charset=utf-8"
        }
    }
}
