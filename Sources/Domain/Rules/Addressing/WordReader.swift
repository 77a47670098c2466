/// Reads words of a text that stand next to each other, with no more between them than a name may have.
struct WordReader {
    private let text: [Character]
    private(set) var place: Int

    init(_ text: [Character], at place: Int = 0) {
        self.text = text
        self.place = place
    }

    /// The character that is next.
    var next: Character? { place < text.count ? text[place] : nil }

    mutating func skip(_ count: Int = 1) { place = min(text.count, place + count) }

    mutating func skipBlanks() { while let next, next.isWhitespace { place += 1 } }

    /// Up to `limit` words from here on, each with where it ends.
    func words(limit: Int) -> [(word: String, end: Int)] {
        var found: [(String, Int)] = []
        var reader = self
        while found.count < limit, let word = reader.word() {
            found.append((word, reader.place))
            // A name's words stand close together: “Ada Lovelace”, “ada-lovelace”, “J. R. Hartley”.
            var gap = 0
            while gap < 2, let next = reader.next, Self.joins.contains(next) {
                reader.skip()
                gap += 1
            }
            if gap == 0 { break }
        }
        return found
    }

    /// The word that begins here.
    mutating func word() -> String? {
        let start = place
        while let next, next.isLetter || next.isNumber, place - start < Self.longestWord { place += 1 }
        return start == place ? nil : String(text[start..<place])
    }

    mutating func move(to place: Int) { self.place = place }

    private static let joins: Set<Character> = [" ", "-", "_", ".", "'", "’"]
    private static let longestWord = 80
}
