/// A piece of Swift source: comments and blanks are none, and what stands in a text is not code.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A name, a keyword or a number.
        case word
        /// One character of punctuation.
        case mark
        /// A literal; code interpolated into it follows as tokens of its own.
        case text(isInterpolated: Bool)
    }

    var kind: Kind
    /// What is written; of a literal what stands between its quotes, without what is interpolated.
    var text: String
    /// From 1.
    let line: Int
    /// Whether a blank, a line break or a comment comes before it.
    let isApart: Bool

    func isWord(_ word: String) -> Bool { kind == .word && text == word }
    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}
