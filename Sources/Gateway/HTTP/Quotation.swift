/// Prepares what a provider said for people: on one line, not too long, without the key.
struct Quotation: Hashable, Sendable {
    /// The most characters that are quoted.
    static let limit = 500

    private let credential: Credential?

    init(hiding credential: Credential? = nil) { self.credential = credential }

    func callAsFunction(_ text: String) -> String {
        let clean = credential?.redacted(from: text) ?? text
        var quoted = ""
        var afterBlank = true
        for character in clean {
            let isBlank = character.isWhitespace || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            if isBlank {
                if !afterBlank { quoted.append(" ") }
            } else {
                quoted.append(character)
            }
            afterBlank = isBlank
            if quoted.count >= Self.limit { break }
        }
        return quoted.last == " " ? String(quoted.dropLast()) : quoted
    }
}
