import Domain

/// Where the cockpit is, with a code that lets a browser in.
///
/// The code stands behind the `#`, which a browser keeps to itself: it is in no request and in no log.
struct CockpitAddress: Hashable, Sendable, CustomStringConvertible {
    /// Such as `http://127.0.0.1:4870`.
    let server: String
    let code: String
    /// Where to go then, such as `/c/aurora/inbox`; where one was last, otherwise.
    var page: String?

    var description: String { server + "/enter" + (page.map { "?to=" + $0.percentEncoded } ?? "") + "#" + code }

    /// The page that a word means.
    ///
    /// - Parameter company: The slug of the company, asked for when the page is one of a company.
    /// - Throws: ``CommandFailure`` for what can be no page of the server.
    static func page(_ word: String, company: () async throws -> String) async throws -> String {
        let parts = word.split(separator: "/")
        guard !parts.isEmpty || word == "/", !word.hasPrefix("//"), parts.allSatisfy({ $0.utf8.allSatisfy(isPlain) }) else {
            throw CommandFailure.usage("“\(word)” is no page.", hint: "It is a word such as inbox, or a path such as /doctor.")
        }
        if word.hasPrefix("/") { return word }
        if parts.count == 1, ["welcome", "search", "doctor", "status"].contains(word) { return "/" + word }
        return "/c/\(try await company().percentEncoded)/\(parts.joined(separator: "/"))"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return byte < 0x80 && (character.isLetter || character.isNumber || "-_.~".contains(character))
    }
}
