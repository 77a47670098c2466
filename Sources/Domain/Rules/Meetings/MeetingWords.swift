/// What was said, word by word, as far as it tells whose answer it calls for.
struct MeetingWords {
    private let words: Set<String>
    /// The words of the sentences that ask something.
    private let asked: Set<String>

    init(_ text: String) {
        words = Self.words(of: text)
        var asked: Set<String> = []
        var sentence = ""
        for character in text {
            if character == "?" { asked.formUnion(Self.words(of: sentence)) }
            if "?.!\n".contains(character) { sentence = "" } else { sentence.append(character) }
        }
        self.asked = asked
    }

    /// Whether the name, or its first word, is said.
    func mentions(_ name: String) -> Bool { Self.calls(words, name) }

    /// Whether a question names them.
    func isAddressed(to name: String) -> Bool { Self.calls(asked, name) }

    /// How many words of a title are said.
    func shared(with title: String) -> Int { Self.words(of: title).count { $0.count > 3 && words.contains($0) } }

    private static func calls(_ words: Set<String>, _ name: String) -> Bool {
        self.words(of: name).contains(where: words.contains)
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
