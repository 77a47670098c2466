/// How the text of a file is found.
enum TextKind: Equatable {
    /// The bytes are the text.
    case plain
    /// Tags stand between the words.
    case html

    /// Nil for everything that is not text.
    init?(mimeType: String, name: String) {
        let type = mimeType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        switch type {
        case "text/html", "application/xhtml+xml": self = .html
        case "", "application/octet-stream", "binary/octet-stream":
            guard let kind = Self.named(name) else { return nil }
            self = kind
        default:
            guard Self.isText(type) else { return nil }
            self = .plain
        }
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("+json") || type.hasSuffix("+yaml") || textTypes.contains(type)
    }

    private static func named(_ name: String) -> TextKind? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        if ["html", "htm", "xhtml"].contains(ending) { return .html }
        return textEndings.contains(ending) ? .plain : nil
    }

    private static let textTypes: Set<String> = [
        "application/csv", "application/javascript", "application/json", "application/jsonl", "application/markdown",
        "application/sql", "application/toml", "application/x-ndjson", "application/x-sh", "application/x-yaml",
        "application/xml", "application/yaml",
    ]

    private static let textEndings: Set<String> = [
        "c", "conf", "cpp", "css", "csv", "diff", "go", "h", "ini", "java", "js", "json", "jsonl", "kt", "log", "markdown", "md",
        "ndjson", "patch", "php", "py", "rb", "rs", "rst", "sh", "sql", "srt", "swift", "tex", "toml", "ts", "tsv", "txt", "vtt",
        "xml", "yaml", "yml",
    ]
}
