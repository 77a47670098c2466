/// Whom a text speaks to or asks after without an `@`: “Noor, can you …?”, “What does Jun think?”, “The designer should …”.
struct Spoken {
    /// The members, in the order in which they are spoken to, each once.
    private(set) var people: [Employee.ID] = []
    /// Whether everybody is spoken to.
    private(set) var everyone = false

    private let handles: Handles

    /// - Parameter onlyAsked: Whether only whoever is asked something counts, and not what others are said to do.
    init(in text: String, among handles: Handles, onlyAsked: Bool = false) {
        self.handles = handles
        let sentences = Sentence.all(of: text)
        for (place, sentence) in sentences.enumerated() {
            let isAsking = sentences[place...].contains(where: \.isQuestion)
            if !onlyAsked || isAsking { readCalls(in: sentence) }
            if sentence.isQuestion { readQuestion(sentence) }
            if !onlyAsked { readWishes(in: sentence) }
        }
    }

    /// Somebody who is meant from a place on.
    private struct Target {
        var people: [Employee.ID] = []
        var everyone = false
        let end: Int
    }

    private mutating func take(_ target: Target) {
        for person in target.people where !people.contains(person) { people.append(person) }
        if target.everyone { everyone = true }
    }
}

// MARK: - How people are spoken to
extension Spoken {
    /// Reads who is called: “Noor, …”, “Hi Ada and Jun: …”, “…, Noor?”.
    private mutating func readCalls(in sentence: Sentence) {
        let called = list(at: 0, of: sentence) ?? list(at: Self.afterGreeting(sentence), of: sentence) ?? []
        for target in called { take(target) }
        let isForSomebody =
            sentence.isQuestion
            || sentence.tokens.contains { token in
                if case .word(let word) = token { Self.you.contains(word) } else { false }
            }
        guard isForSomebody else { return }
        for place in sentence.tokens.indices.dropFirst() where sentence.mark(at: place - 1) == "," {
            guard let target = target(at: place, of: sentence, bare: true) else { continue }
            if target.end == sentence.tokens.count || (sentence.mark(at: target.end) == "," && place > 1) { take(target) }
        }
    }

    /// Names at the beginning with a mark behind them.
    private func list(at start: Int?, of sentence: Sentence) -> [Target]? {
        guard let start, let target = target(at: start, of: sentence, bare: true) else { return nil }
        guard target.end < sentence.tokens.count else {
            return start > 0 || sentence.end == "?" || sentence.end == "!" ? [target] : nil
        }
        let mark = sentence.mark(at: target.end)
        if mark == "&" || sentence.word(at: target.end) == "and" {
            return list(at: target.end + 1, of: sentence).map { [target] + $0 }
        }
        guard let mark, Self.marks.contains(mark) else { return nil }
        return [target] + (mark == "," ? list(at: target.end + 1, of: sentence) ?? [] : [])
    }

    private static func afterGreeting(_ sentence: Sentence) -> Int? {
        guard let word = sentence.word(at: 0), greetings.contains(word) else { return nil }
        return sentence.mark(at: 1) == "," ? 2 : 1
    }

    /// Reads whom a question is about: “What does Noor think?”, “Could the designer look?”, “What about Jun?”.
    private mutating func readQuestion(_ sentence: Sentence) {
        for place in sentence.tokens.indices.dropFirst() {
            guard let word = sentence.word(at: place - 1), Self.askers.contains(word) else { continue }
            if word == "about", !["what", "how"].contains(sentence.word(at: place - 2)) { continue }
            if let target = target(at: place, of: sentence, bare: false) { take(target) }
        }
    }

    /// Reads who is to do something: “The designer should …”, “Let Noor …”, “I want Jun to …”.
    private mutating func readWishes(in sentence: Sentence) {
        for place in sentence.tokens.indices {
            guard let target = target(at: place, of: sentence, bare: false) else { continue }
            if isTold(sentence, at: target.end, everyone: target.everyone) || isWished(sentence, at: place, until: target.end) {
                take(target)
            }
        }
    }

    private func isTold(_ sentence: Sentence, at place: Int, everyone: Bool) -> Bool {
        guard let word = sentence.word(at: place), let next = sentence.word(at: place + 1) else { return false }
        if Self.duties.contains(word) { return next == "to" }
        // What everybody can see is no wish.
        return (everyone ? ["should", "must", "please"] : Self.modals).contains(word) && !["not", "have", "never"].contains(next)
    }

    private func isWished(_ sentence: Sentence, at place: Int, until end: Int) -> Bool {
        guard let verb = sentence.word(at: place - 1) else { return false }
        let before = [sentence.word(at: place - 2), sentence.word(at: place - 3)]
        guard !before.contains(where: { $0 == "not" || $0 == "never" || $0 == "t" }) else { return false }
        if ["let", "ask", "tell"].contains(verb) { return true }
        return ["want", "need", "like"].contains(verb) && sentence.word(at: end) == "to"
    }
}

// MARK: - Who is meant
extension Spoken {
    /// The member, the holders of a role, or everybody, whichever the most words from a place on mean.
    ///
    /// - Parameter bare: Whether a role may stand without an article, as where one calls somebody by it.
    private func target(at place: Int, of sentence: Sentence, bare: Bool) -> Target? {
        if let word = sentence.word(at: place), Self.everybody.contains(word) || (bare && Self.together.contains(word)) {
            return Target(everyone: true, end: place + 1)
        }
        let article = ["the", "our"].contains(sentence.word(at: place) ?? "")
        let words = sentence.name(at: article ? place + 1 : place, limit: handles.longest)
        for count in stride(from: words.count, to: 0, by: -1) {
            let key = words.prefix(count).map(\.word).joined(separator: " ")
            let end = words[count - 1].end
            if !article, let person = handles.person(key), person.place != .outside {
                return Target(people: [person.id], end: end)
            }
            guard article || bare else { continue }
            let holders = handles.holders(inWords: key)
            if !holders.isEmpty { return Target(people: holders.map(\.id), end: end) }
        }
        return nil
    }

    private static let greetings: Set<String> = [
        "hi", "hello", "hey", "dear", "please", "ok", "okay", "thanks", "and", "but", "so", "then", "now", "also", "well", "yes",
        "no",
    ]
    private static let everybody: Set<String> = ["everybody", "everyone"]
    /// What everybody is called by, and what has other meanings elsewhere.
    private static let together: Set<String> = ["all", "team", "folks"]
    private static let marks: Set<Character> = [",", ":", "–", "—"]
    private static let you: Set<String> = ["you", "your", "please", "thanks"]
    private static let askers: Set<String> = [
        "do", "does", "did", "can", "could", "will", "would", "should", "shall", "may", "might", "must", "has", "have", "had",
        "is",
        "are", "was", "about",
    ]
    private static let modals: Set<String> = ["should", "must", "can", "could", "will", "would", "shall", "may", "please"]
    private static let duties: Set<String> = ["needs", "has", "ought"]
}
