/// A sentence of a text: its words in lower case, and the marks between them.
struct Sentence {
    enum Token: Hashable {
        case word(String)
        case mark(Character)
    }

    private(set) var tokens: [Token] = []
    /// The mark that ends it.
    private(set) var end: Character?

    var isQuestion: Bool { end == "?" }

    /// The sentences of a text, as far as anybody speaks to somebody in it.
    static func all(of text: String) -> [Sentence] {
        var found: [Sentence] = []
        var sentence = Sentence()
        var word = ""
        let characters = Array(text.lowercased().prefix(longest))
        for (place, character) in characters.enumerated() {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { sentence.tokens.append(.word(word)) }
            word = ""
            let isLast = place + 1 == characters.count || characters[place + 1].isWhitespace
            if character.isNewline || (ends.contains(character) && (isLast || character != ".")) {
                sentence.end = character
                found.append(sentence)
                sentence = Sentence()
            } else if !character.isWhitespace {
                sentence.tokens.append(.mark(character))
            }
        }
        if !word.isEmpty { sentence.tokens.append(.word(word)) }
        found.append(sentence)
        return found.filter { !$0.tokens.isEmpty }
    }

    /// The word at a place, if there is one.
    func word(at place: Int) -> String? {
        guard tokens.indices.contains(place), case .word(let word) = tokens[place] else { return nil }
        return word
    }

    /// The mark at a place, if there is one.
    func mark(at place: Int) -> Character? {
        guard tokens.indices.contains(place), case .mark(let mark) = tokens[place] else { return nil }
        return mark
    }

    /// Up to `limit` words from a place on that stand as close together as the words of a name, each with where it ends.
    func name(at place: Int, limit: Int) -> [(word: String, end: Int)] {
        var found: [(String, Int)] = []
        var next = place
        while found.count < limit, let word = word(at: next) {
            found.append((word, next + 1))
            next += 1
            if let mark = mark(at: next), Self.joins.contains(mark), self.word(at: next + 1) != nil { next += 1 }
        }
        return found
    }

    private static let ends: Set<Character> = [".", "!", "?", ";", "…"]
    private static let joins: Set<Character> = ["-", "_", ".", "'", "’"]
    private static let longest = 4000
}
