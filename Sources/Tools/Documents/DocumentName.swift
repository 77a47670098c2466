import Domain

/// Makes a file name of what a model wrote as one.
enum DocumentName {
    /// The most characters of a file name, its extension included.
    static let lengthLimit = 120
    /// The most bytes: file systems allow 255.
    static let byteLimit = 240

    /// What the formats that are no text are called, and what serves in their place.
    static let officeExtensions: [String: DocumentFormat] = [
        "doc": .markdown, "docx": .markdown, "odt": .markdown, "rtf": .markdown, "pdf": .markdown,
        "xls": .csv, "xlsx": .csv, "ods": .csv,
        "ppt": .markdown, "pptx": .markdown, "odp": .markdown,
    ]

    /// One path component that every file system accepts and that shows as what it is.
    ///
    /// Folders become part of the name (`reports/q1.md` → `reports-q1.md`). Characters that do not show, that turn the
    /// direction of writing, or that a file system forbids are taken out; names that Windows reserves get a `_`.
    static func sanitized(_ name: String, for format: DocumentFormat) -> String {
        let parts = name.unicodeScalars.prefix(4096).split { $0 == "/" || $0 == "\\" }
            .map { clean(String(String.UnicodeScalarView($0))) }
            .filter { !$0.isEmpty }
        let joined = parts.joined(separator: "-")
        var stem = joined
        if let ending = fileExtension(of: joined), DocumentFormat(named: ending) != nil || officeExtensions[ending] != nil {
            stem = self.stem(of: joined)
        }
        stem = trimmed(stem)
        let ending = "." + format.fileExtension
        stem = String(stem.prefix(lengthLimit - ending.count))
        while stem.utf8.count + ending.utf8.count > byteLimit { stem.removeLast() }
        stem = trimmed(stem)
        if stem.isEmpty { stem = "document" }
        if isReserved(stem) { stem += "_" }
        return stem + ending
    }

    /// What follows the last dot, in lower case, when it looks like an extension.
    static func fileExtension(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...]
        guard (1...10).contains(ending.count), ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            return nil
        }
        return ending.lowercased()
    }

    static func stem(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    private static func clean(_ part: String) -> String {
        var text = ""
        for scalar in part.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{3000}": text.append(" ")
            case ":", "|": text.append("-")
            case "<", ">", "\"", "?", "*": continue
            default:
                guard !isInvisible(scalar) else { continue }
                text.unicodeScalars.append(scalar)
            }
        }
        let words = text.split(separator: " ")
        return trimmed(words.joined(separator: " "))
    }

    /// Control and format characters (among them the bidirectional ones), private use and what is no character.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Without leading and closing dots and blanks: the ones hide a file, the others vanish on Windows.
    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first == "." || first == " " { rest.removeFirst() }
        while let last = rest.last, last == "." || last == " " { rest.removeLast() }
        return String(rest)
    }

    private static func isReserved(_ stem: String) -> Bool {
        let head = stem.prefix { $0 != "." }.uppercased().filter { $0 != " " }
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(head) { return true }
        return head.count == 4 && (head.hasPrefix("COM") || head.hasPrefix("LPT")) && "123456789¹²³".contains(head.suffix(1))
    }
}
