/// A Markdown file cut in two: the fields between two lines of `---`, and the text below.
struct FrontMatter {
    /// The most bytes between the fences.
    static let sizeLimit = 16 * 1024

    var yaml: String
    var body: String

    /// Lines may end with CR LF; what is returned has LF only.
    ///
    /// A byte order mark and blanks behind the fences do not matter.
    init(parsing bytes: [UInt8]) throws(FrontMatterError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }[...]
        if let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" {
            lines[lines.startIndex] = Substring(first.unicodeScalars.dropFirst())
        }
        guard let first = lines.first, Self.isFence(first) else { throw .missing }
        lines.removeFirst()
        guard let end = lines.firstIndex(where: Self.isFence) else { throw .unterminated }
        yaml = lines[..<end].joined(separator: "\n")
        guard yaml.utf8.count <= Self.sizeLimit else { throw .tooLong }
        body = lines[(end + 1)...].joined(separator: "\n").trimmed
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.utf8.starts(with: "---".utf8) && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}

/// Why a file has no front matter that can be read.
enum FrontMatterError: Error, Equatable {
    case notUTF8
    case missing
    case unterminated
    case tooLong

    var message: String {
        switch self {
        case .notUTF8: "is not UTF-8 text"
        case .missing: "has no front matter; its first line must be ---"
        case .unterminated: "has front matter without an end; a second line of --- must close it"
        case .tooLong: "has more than \(FrontMatter.sizeLimit) bytes of front matter"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...].drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
