/// Whose name a text begins with: “Ada, can you …?”, “Hi Ada and Noor: …”.
enum Salutation {
    static func people(in text: String, among handles: Handles) -> [Employee.ID] {
        var reader = WordReader(Array(text.prefix(longest).lowercased()))
        reader.skipBlanks()
        var greeted = reader
        if let word = greeted.word(), greetings.contains(word) {
            if greeted.next == "," { greeted.skip() }
            greeted.skipBlanks()
            let found = names(greeted, handles)
            if !found.isEmpty { return found }
        }
        return names(reader, handles)
    }

    private static func names(_ start: WordReader, _ handles: Handles) -> [Employee.ID] {
        var reader = start
        var found: [Employee.ID] = []
        while true {
            let words = reader.words(limit: handles.longest)
            let match = stride(from: words.count, to: 0, by: -1).lazy.compactMap { count -> (Addressee, Int)? in
                let key = words.prefix(count).map(\.word).joined(separator: " ")
                guard let person = handles.person(key), person.place != .outside else { return nil }
                return (person, words[count - 1].end)
            }.first
            guard let (person, end) = match else { return [] }
            if !found.contains(person.id) { found.append(person.id) }
            reader.move(to: end)
            if let next = reader.next, marks.contains(next) { return found }
            reader.skipBlanks()
            if let next = reader.next, dashes.contains(next) { return found }
            guard reader.next == "&" || reader.word() == "and" else { return [] }
            if reader.next == "&" { reader.skip() }
            reader.skipBlanks()
        }
    }

    private static let greetings: Set<String> = ["hi", "hello", "hey", "dear", "please", "ok", "okay", "thanks"]
    private static let marks: Set<Character> = [",", ":", "?", "!"]
    private static let dashes: Set<Character> = ["–", "—"]
    /// As far as a salutation may reach.
    private static let longest = 400
}
