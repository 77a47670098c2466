import TestSupport
import Testing

@testable import Domain

/// Who is woken by a message.
struct RecipientTests {
    private static let ada = person("ada", "Ada Lovelace", "Chief Executive Officer", "ceo", .officer)
    private static let noor = person("noor", "Noor Haddad", "Content Writer", "writer", .ic)
    private static let jun = person("jun", "Jun Ito", "Product Designer", "product-designer", .ic)
    private static let grace = person("grace", "Grace Lind", "Head of Product", "head-of-product", .management, .outside)
    private static let lea = person("lea", "Lea O'Brien", "QA Engineer", "qa", .ic, .observer)
    private static let everybody = [ada, noor, jun, grace, lea]

    private static func person(
        _ id: String, _ name: String, _ title: String, _ role: String, _ level: EmployeeLevel,
        _ place: Addressee.Place = .member
    ) -> Addressee {
        Addressee(id: .init(id), name: name, title: title, roleID: role, level: level, place: place)
    }

    private func woken(
        _ text: String, in kind: ThreadKind = .group, by author: Author = .user(.init("owner")),
        among people: [Addressee] = everybody, last: String? = nil, assignee: String? = nil, asker: String? = nil,
        isAnswer: Bool = false
    ) -> [String] {
        let letter = Letter(
            kind: kind, author: author, text: text, people: people, lastSpeaker: last.map { .init($0) },
            assignee: assignee.map { .init($0) }, asker: asker.map { .init($0) }, isAnswer: isAnswer)
        return Recipient.all(of: letter).map { "\($0.employee) \($0.reason.rawValue)" }
    }

    @Test(arguments: [
        ("@Ada Lovelace look", "ada mentioned"), ("what do you say, @noor?", "noor mentioned"), ("@NOOR", "noor mentioned"),
        ("@ada-lovelace's plan", "ada mentioned"), ("(@Jun)", "jun mentioned"), ("@Lea O'Brien", "lea mentioned"),
        ("@Grace Lind should know", "grace mentioned"), ("@Noor, @Ada, @Noor", "noor mentioned, ada mentioned"),
        ("@Designer, please", "jun role"), ("@role:writer", "noor role"), ("@product designer: now", "jun role"),
        ("@CEO", "ada role"), ("@Head of Product", "grace role"), ("@all, look", "ada everyone, noor everyone, jun everyone"),
        ("@Jun and @everyone", "jun mentioned, ada everyone, noor everyone"),
        ("Ada, can you look?", "ada addressed"), ("Hi Noor and Jun: hello", "noor addressed, jun addressed"),
        ("noor – your turn", "noor addressed"), ("Hello, Ada Lovelace!", "ada addressed"),
        ("Can somebody write this?", "noor fitting"), ("The design is late", "jun fitting"), ("Good morning", "ada senior"),
        ("mail ada@example.com about it", "ada senior"), ("@nobody there", "ada senior"), ("@", "ada senior"),
        ("@adam", "ada senior"), ("Adam, look", "ada senior"), ("Grace, are you there?", "ada senior"),
    ])
    func `a person's message in a group wakes whom it names, or the one whom it fits`(text: String, expected: String) {
        #expect(woken(text).joined(separator: ", ") == expected)
    }

    @Test func `who spoke last goes on, unless the text is somebody else's business`() {
        #expect(woken("And then?", last: "jun") == ["jun lastSpeaker"])
        #expect(woken("Who can write it?", last: "jun") == ["noor fitting"])
        #expect(woken("And then?", last: "grace") == ["ada senior"])
    }

    @Test(arguments: [
        ("Done.", []), ("@all look at this", []), ("@Jun, what do you think?", ["jun mentioned"]), ("Jun, here it is.", []),
        ("Jun, is that right?", ["jun addressed"]), ("I am @noor", []), ("@everyone and @Ada", ["ada mentioned"]),
    ])
    func `an employee's message in a group wakes only whom it names`(text: String, expected: [String]) {
        #expect(woken(text, by: .employee(.init("noor"))) == expected)
    }

    @Test func `an answer wakes the one who asked, and whom it names`() {
        let noor = Author.employee(.init("noor"))
        #expect(woken("Yes.", by: noor, asker: "jun", isAnswer: true) == ["jun answered"])
        #expect(woken("Ask @Ada.", by: noor, asker: "jun", isAnswer: true) == ["ada mentioned", "jun answered"])
        #expect(woken("@Jun, yes.", by: noor, asker: "jun", isAnswer: true) == ["jun answered"])
        #expect(woken("It is done.", in: .ticket, by: noor, assignee: "ada", isAnswer: true) == [])
    }

    @Test(arguments: [
        (ThreadKind.dm, "Hello", ["ada direct", "noor direct", "jun direct"]), (.ticket, "How far is it?", ["noor assignee"]),
        (.ticket, "@Jun, look", ["jun mentioned"]), (.ticket, "Jun, can you look?", ["jun addressed"]),
        (.broadcast, "We have moved", []), (.broadcast, "We have moved, @Grace Lind", ["grace mentioned"]),
        (.broadcast, "We design", []), (.meeting, "Hello", []), (.meeting, "@Grace Lind", []),
        (.meeting, "@Ada", ["ada mentioned"]),
        (.dm, "@Grace Lind", ["ada direct", "noor direct", "jun direct"]), (.dm, "@Ada", ["ada mentioned"]),
    ])
    func `what wakes by itself depends on the kind of thread`(kind: ThreadKind, text: String, expected: [String]) {
        #expect(woken(text, in: kind, assignee: "noor") == expected)
    }

    @Test func `a first name that two have is nobody's, except where only one of them takes part`() {
        let other = Self.person("ada2", "Ada Byron", "Clerk", "clerk", .ic, .outside)
        #expect(woken("@Ada", among: Self.everybody + [other]) == ["ada mentioned"])
        let inside = Self.person("ada2", "Ada Byron", "Clerk", "clerk", .ic)
        #expect(woken("@Ada, good morning", among: Self.everybody + [inside], last: "jun") == ["jun lastSpeaker"])
        #expect(woken("@Ada Byron", among: Self.everybody + [inside]) == ["ada2 mentioned"])
    }

    /// Every message of random pieces, in every kind of thread, by everybody.
    @Test(arguments: 0..<40) func `nobody is woken who must not be, and never too many`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "@", "@all", "@everyone ", "Ada", " Lovelace", ", ", "@Noor Haddad", "@role:", "writer", "?", "\n", "design ",
            "@Gone ",
            "@Copilot ", "é", "\u{301}", "\u{200D}", "@@@", "role:", ": ", "and ", "Hi ", "@Lea", " & ",
            String(repeating: "x", count: 300),
        ]
        let gone = Addressee(
            id: .init("gone"), name: "Gone Away", title: "Writer", roleID: "writer", level: .officer, place: .member,
            answers: false)
        let system = Addressee(
            id: .init("system"), name: "Copilot", title: "Copilot", roleID: "system-agent", level: .system, place: .member,
            answers: false)
        let people = Self.everybody + [gone, system]
        let authors: [Author] = [.user(.init("owner")), .system] + people.map { .employee($0.id) }
        for _ in 0..<250 {
            let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                .joined()
            let author = try #require(authors.randomElement(using: &random))
            let letter = Letter(
                kind: ThreadKind.allCases.randomElement(using: &random) ?? .group, author: author, text: text,
                people: people.shuffled(using: &random), lastSpeaker: people.randomElement(using: &random)?.id,
                assignee: people.randomElement(using: &random)?.id, asker: people.randomElement(using: &random)?.id,
                isAnswer: Bool.random(using: &random))
            let woken = Recipient.all(of: letter)
            #expect(woken.count <= Recipient.limit)
            #expect(Set(woken.map(\.employee)).count == woken.count)
            #expect(!woken.contains { $0.employee == author.employee || $0.employee == gone.id || $0.employee == system.id })
            #expect(author.kind != .system || woken.isEmpty)
            let observers = woken.filter { $0.employee == Self.lea.id }
            let byThemselves: Set<Recipient.Reason> = [.mentioned, .addressed, .assignee, .answered]
            #expect(observers.allSatisfy { byThemselves.contains($0.reason) })
        }
    }

    @Test func `a text of nothing but mentions costs no more than another`() {
        let text = String(repeating: "@Ada Lovelace ", count: 7000)
        let clock = ContinuousClock()
        let duration = clock.measure { #expect(woken(text) == ["ada mentioned"]) }
        #expect(duration < .seconds(2))
    }
}
