/// Prepares what a provider said for people: on one line, not too long, without the key.
struct Quotation: Hashable, Sendable {
    /// The most characters (Unicode scalars) that are quoted.
    static let limit = 500

    private let credential: Credential?

    init(hiding credential: Credential? = nil) { self.credential = credential }

    func callAsFunction(_ text: String) -> String {
        let clean = credential?.redacted(from: text) ?? text
        var quoted = String.UnicodeScalarView()
        var afterBlank = true
        for scalar in clean.unicodeScalars where quoted.count < Self.limit {
            let isBlank = scalar.properties.isWhitespace || Self.invisible.contains(scalar.properties.generalCategory)
            if !isBlank { quoted.append(scalar) } else if !afterBlank { quoted.append(" ") }
            afterBlank = isBlank
        }
        if quoted.last == " " { quoted.removeLast() }
        return String(quoted)
    }

    /// What could move a terminal's cursor, turn a text's direction or hide in it.
    private static let invisible: [Unicode.GeneralCategory] = [.control, .format, .privateUse, .unassigned]
}
