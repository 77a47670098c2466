/// What a text is in a conversation: a plain answer, a question, words of thanks.
package struct Reply: Hashable, Sendable {
    /// Whether it asks something itself.
    package let asks: Bool
    /// Whether it begins as an answer does: “Yes, please”, “No”, “Go ahead”.
    package let isPlain: Bool
    /// Whether it is thanks or consent and nothing else, to which nobody needs to say anything.
    package let isCourtesy: Bool

    /// - Parameter names: Who may be named in words of thanks.
    package init(_ text: String, to names: [String] = []) {
        asks = Sentence.all(of: text).contains(where: \.isQuestion)
        let words = Handles.words(String(text.prefix(400)))
        let start = words.prefix(2).joined(separator: " ")
        isPlain = words.first.map(Self.answers.contains) == true || Self.beginnings.contains(start)
        let people = Set(names.flatMap(Handles.words))
        isCourtesy =
            !asks && !words.isEmpty && words.count <= 8 && words.contains(where: Self.thanks.contains)
            && text.utf8.count <= 200
            && words.allSatisfy { Self.thanks.contains($0) || Self.around.contains($0) || people.contains($0) }
    }

    private static let answers: Set<String> = [
        "yes", "yeah", "yep", "no", "nope", "ok", "okay", "sure", "agreed", "exactly", "correct", "right", "fine", "thanks",
        "great",
        "perfect", "neither", "both", "please",
    ]
    private static let beginnings: Set<String> = [
        "go ahead", "do it", "do that", "sounds good", "looks good", "thank you", "of course", "not yet", "good idea", "let s",
        "i agree",
    ]
    private static let thanks: Set<String> = [
        "thanks", "thank", "ok", "okay", "great", "perfect", "understood", "noted", "welcome", "cheers", "good", "nice",
        "wonderful",
        "excellent", "appreciated",
    ]
    private static let around: Set<String> = [
        "you", "very", "much", "so", "a", "lot", "for", "the", "that", "this", "it", "is", "are", "re", "s", "got", "help", "and",
        "to",
        "all", "your", "quick", "answer", "reply", "job", "work", "many", "again",
    ]
}
