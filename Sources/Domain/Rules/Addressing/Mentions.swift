/// Whom a text calls on with an `@`.
struct Mentions {
    /// In the order in which they are called on, each once.
    private(set) var people: [Recipient] = []
    /// Whether it calls on everybody.
    private(set) var everyone = false

    init(in text: String, among handles: Handles) {
        let characters = Array(text.lowercased())
        var seen = 0
        for (place, character) in characters.enumerated() where character == "@" {
            // `somebody@example.com` calls on nobody.
            if place > 0, characters[place - 1].isLetter || characters[place - 1].isNumber { continue }
            seen += 1
            guard seen <= Self.most else { return }
            read(WordReader(characters, at: place + 1), handles)
        }
    }

    private mutating func read(_ reader: WordReader, _ handles: Handles) {
        var reader = reader
        let words = reader.words(limit: handles.longest)
        if let first = words.first, first.word == "role" {
            reader.move(to: first.end)
            if reader.next == ":" {
                reader.skip()
                return take(reader.words(limit: handles.longest).map(\.word)) { handles.holders(of: $0).map { ($0, .role) } }
            }
        }
        if let first = words.first?.word, ["all", "everyone", "everybody"].contains(first) {
            everyone = true
            return
        }
        take(words.map(\.word)) { key in
            if let person = handles.person(key) { return [(person, .mentioned)] }
            return handles.holders(of: key).map { ($0, .role) }
        }
    }

    /// Takes whom the most words mean.
    private mutating func take(_ words: [String], _ find: (String) -> [(Addressee, Recipient.Reason)]) {
        for count in stride(from: words.count, to: 0, by: -1) {
            let found = find(words.prefix(count).joined(separator: " "))
            guard !found.isEmpty else { continue }
            for (person, reason) in found where !people.contains(where: { $0.employee == person.id }) {
                people.append(Recipient(person.id, reason))
            }
            return
        }
    }

    /// As many as are looked at: nobody writes more, and a text of nothing else shall cost nothing.
    private static let most = 100
}
