/// How well an employee's title and role fit what a text is about.
enum Fitness {
    /// The members whose titles or roles have the most words in common with the text; nobody when none has any.
    static func best(for text: String, among people: [Addressee]) -> [Addressee] {
        let said = Set(Handles.words(String(text.prefix(longest))))
        let scores = people.map { person in
            Set(Handles.words(person.title) + Handles.words(person.roleID)).count { word in
                !common.contains(word) && said.contains { alike($0, word) }
            }
        }
        guard let best = scores.max(), best > 0 else { return [] }
        return zip(people, scores).filter { $0.1 == best }.map(\.0)
    }

    /// “Design” is a designer's business, and “tests” a tester's.
    private static func alike(_ said: String, _ word: String) -> Bool {
        if said == word { return true }
        let (short, long) = said.count < word.count ? (said, word) : (word, said)
        guard short.count >= 4 else { return false }
        return long.hasPrefix(short) || (short.hasSuffix("s") && short.count > 4 && long.hasPrefix(short.dropLast()))
    }

    /// Words of titles that say nothing about the work.
    private static let common: Set<String> = [
        "of", "the", "and", "for", "to", "a", "in", "head", "chief", "senior", "junior", "lead", "officer", "manager", "director",
        "vice", "president", "staff", "assistant", "associate",
    ]
    private static let longest = 4000
}
