/// Ids as people read and type them: the last six characters will do.
///
/// Ids that were made in the same moment begin alike, so that their ends tell them apart.
enum ShortID {
    /// How many characters mean an id at the least.
    static let length = 6
    /// How long the ids are that the server makes.
    static let wholeLength = 21

    /// What is said of it in help.
    static let help = "its last six characters or more"

    /// The end of an id that the server made; other ids are names, and stay whole.
    ///
    /// One that would begin with a hyphen is longer: on a command line it would be an option.
    static func of(_ id: String) -> String {
        guard id.count == wholeLength else { return id }
        for count in length..<wholeLength {
            let end = id.suffix(count)
            if end.first != "-" { return String(end) }
        }
        return id
    }

    /// Whether `text` means the id: it is the whole of it, its end or its beginning.
    static func isMeant(_ id: String, by text: String) -> Bool {
        id == text || text.count >= length && (id.hasSuffix(text) || id.hasPrefix(text))
    }

    /// Those of some ids that `text` means: the one that it is, or else all that end so, or else all that begin so.
    static func matches(_ text: String, among ids: [String]) -> [String] {
        if ids.contains(text) { return [text] }
        guard text.count >= length else { return [] }
        let ends = ids.filter { $0.hasSuffix(text) }
        return ends.isEmpty ? ids.filter { $0.hasPrefix(text) } : ends
    }
}
