/// The few words of a text by which other texts on the same matter may be found.
enum RelevantWords {
    /// At most six, the longest first, in small letters.
    static func of(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = text.prefix(2000).lowercased().split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count >= 4 && $0.count <= 40 && !common.contains(String($0)) && seen.insert(String($0)).inserted }
        let ordered = words.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        return ordered.prefix(6).map { String($0.element) }
    }

    private static let common: Set<String> = [
        "about", "after", "again", "also", "area", "because", "been", "before", "could", "current", "does", "done", "from",
        "give",
        "good", "have", "hello", "here", "into", "just", "know", "like", "make", "more", "morning", "much", "need", "next",
        "only",
        "over", "please", "regarding", "review", "shall", "should", "show", "some", "tell", "than", "thank", "thanks", "that",
        "their", "them", "then", "there", "these", "they", "this", "want", "were", "what", "when", "where", "which", "will",
        "with", "work", "would", "write", "your", "aber", "auch", "bitte", "danke", "dass", "dein", "deine", "diese", "dieser",
        "eine", "einen", "einer", "haben", "hallo", "kann", "kannst", "mein", "meine", "nicht", "noch", "oder", "schon", "sein",
        "sich", "sind", "über", "wenn", "werden", "wird", "zeig",
    ]
}
