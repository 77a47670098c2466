/// The names behind an `@` in a text by which nobody is reached.
package struct NamesInVain: Hashable, Sendable {
    /// The first words of those that mean nobody, as they were written, each once.
    package private(set) var unknown: [String] = []
    /// Those who no longer work in the company, unless somebody there has the same first name.
    package private(set) var departed: [Employee.ID] = []

    /// - Parameter people: All who work in the company or once did.
    package init(in text: String, among people: [Addressee]) {
        guard text.contains("@") else { return }
        let handles = Handles(people)
        let words = Array(text.lowercased())
        let written = Array(text)
        let shown = written.count == words.count ? written : words
        for (place, character) in words.enumerated().filter({ $0.element == "@" }).prefix(Self.most) where character == "@" {
            if place > 0, words[place - 1].isLetter || words[place - 1].isNumber { continue }
            let name = WordReader(words, at: place + 1).words(limit: handles.longest)
            guard let first = name.first, !Self.general.contains(first.word) else { continue }
            let isKnown = name.indices.contains { handles.knows(name[...$0].map(\.word).joined(separator: " ")) }
            let own = String(shown[(place + 1)..<first.end])
            if !isKnown, !unknown.contains(own) { unknown.append(own) }
        }
        let present = Set(people.filter(\.answers).compactMap { Handles.words($0.name).first })
        let gone = people.filter { !$0.answers && !present.contains(Handles.words($0.name).first ?? "") }
        departed = Mentions(in: text, among: Handles(gone)).people.map(\.employee)
    }

    /// Words that call on nobody by name.
    private static let general: Set<String> = ["all", "everyone", "everybody", "role"]
    /// As many are looked at.
    private static let most = 100
}
