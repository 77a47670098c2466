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
        among people: [Addressee] = everybody, last: String? = nil, questioner: String? = nil, quoted: String? = nil,
        assignee: String? = nil, isAnswer: Bool = false
    ) -> [String] {
        let letter = Letter(
            kind: kind, author: author, text: text, people: people, lastSpeaker: last.map { .init($0) },
            questioner: questioner.map { .init($0) }, quoted: quoted.map { .init($0) }, assignee: assignee.map { .init($0) },
            isAnswer: isAnswer)
        return Recipient.reach(of: letter).woken.map { "\($0.employee) \($0.reason.rawValue)" }
    }

    private func spared(_ text: String, among people: [Addressee]) -> [String] {
        let letter = Letter(kind: .group, author: .user(.init("owner")), text: text, people: people)
        return Recipient.reach(of: letter).spared.map { "\($0.employee) \($0.reason.rawValue)" }
    }

    @Test(arguments: [
        ("@Ada Lovelace look", "ada mentioned"), ("what do you say, @noor?", "noor mentioned"), ("@NOOR", "noor mentioned"),
        ("@ada-lovelace's plan", "ada mentioned"), ("(@Jun)", "jun mentioned"), ("@Lea O'Brien", ""),
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

    @Test(arguments: [
        ("Looks good. Noor, can you send it?", "noor addressed"), ("What does Jun think?", "jun addressed"),
        ("what does jun ito think?", "jun addressed"), ("The designer should look at it.", "jun addressed"),
        ("Could the writer begin today?", "noor addressed"), ("What do you think, Ada?", "ada addressed"),
        ("Can you, Noor, have a look?", "noor addressed"), ("I want Jun to draw it.", "jun addressed"),
        ("Let Noor write the design up", "noor addressed"), ("What about Jun?", "jun addressed"),
        ("Noor, Ada and Jun, when do we meet?", "noor addressed, ada addressed, jun addressed"),
        ("Noor needs to see the design", "noor addressed"), ("Our product designer must decide", "jun addressed"),
        ("CEO, is that all right?", "ada addressed"), ("What does Lea O'Brien think?", ""),
        ("Everybody, please look", "ada everyone, noor everyone, jun everyone"),
        ("What does everyone think?", "ada everyone, noor everyone, jun everyone"),
        ("Do not ask Noor", "ada senior"), ("Jun should not draw it", "ada senior"), ("Everyone can see that", "ada senior"),
        ("I saw Jun and Noor yesterday", "ada senior"), ("The product should be blue", "jun fitting"),
        ("What does Grace think?", "ada senior"), ("Noor should have known about the design", "jun fitting"),
    ])
    func `a person's message in a group wakes whom it speaks to in words`(text: String, expected: String) {
        #expect(woken(text).joined(separator: ", ") == expected)
    }

    @Test func `an answer goes to whoever asked, and a question to whom it fits`() {
        #expect(woken("Yes, please write it", last: "ada", questioner: "jun") == ["jun answered"])
        #expect(woken("The blue one", last: "ada", questioner: "jun") == ["jun answered"])
        #expect(woken("The text is late", last: "ada", questioner: "jun") == ["jun answered"])
        #expect(woken("The design is late", last: "ada", questioner: "noor") == ["jun fitting"])
        #expect(woken("Who can write it?", last: "ada", questioner: "jun") == ["noor fitting"])
        #expect(woken("Yes, but ask Noor", questioner: "jun") == ["noor addressed"])
        #expect(woken("Thanks, go on with the design", last: "noor") == ["noor lastSpeaker"])
        #expect(woken("Yes", questioner: "lea") == ["ada senior"])
    }

    @Test func `whoever wrote what is answered expressly is woken, with whom else it names`() {
        #expect(woken("And the design?", quoted: "noor") == ["noor quoted"])
        #expect(woken("@Ada, look", quoted: "noor") == ["ada mentioned", "noor quoted"])
        #expect(woken("Well?", quoted: "lea") == [] && woken("Well?", quoted: "grace") == ["ada senior"])
        #expect(woken("Well?", in: .ticket, quoted: "jun", assignee: "noor") == ["jun quoted"])
        #expect(woken("Well", by: .employee(.init("ada")), quoted: "noor") == ["noor quoted"])
    }

    @Test func `who is called on and not woken is told of`() {
        let more = (1...3).map { Self.person("w\($0)", "W\($0) Writer", "Content Writer", "writer", .ic) }
        let gone = Addressee(
            id: .init("gone"), name: "Gone Away", title: "Clerk", roleID: "clerk", level: .ic, place: .member, answers: false)
        let people = Self.everybody + more + [gone]
        #expect(spared("@all", among: people) == ["w1 crowd", "w2 crowd", "w3 crowd"])
        #expect(spared("@writer", among: people) == ["w3 crowd"])
        #expect(spared("@Lea and @Gone, look", among: people) == ["lea observer", "gone departed"])
        #expect(woken("@Gone, look", among: people) == ["ada senior"])
    }

    @Test(arguments: [
        ("Thanks!", true), ("Thank you very much for the help.", true), ("Great, thanks", true), ("Ok, noted.", true),
        ("Thanks. Is it blue?", false), ("Thanks, please send it to Ada", false), ("Here it is", false), ("", false),
    ])
    func `thanks and nothing else are recognised`(text: String, isCourtesy: Bool) {
        #expect(Reply(text).isCourtesy == isCourtesy)
    }

    @Test func `who spoke last goes on, unless the text is somebody else's business`() {
        #expect(woken("And then?", last: "jun") == ["jun lastSpeaker"])
        #expect(woken("Who can write it?", last: "jun") == ["noor fitting"])
        #expect(woken("And then?", last: "grace") == ["ada senior"])
    }

    @Test(arguments: [
        ("Done.", []), ("What does Ada think?", ["ada addressed"]), ("Ada should look at it.", []),
        ("I have it. Jun, here it is. Is that right?", ["jun addressed"]), ("Everybody, is that right?", []),
        ("@all look at this", []), ("@Jun, what do you think?", ["jun mentioned"]), ("Jun, here it is.", []),
        ("Jun, is that right?", ["jun addressed"]), ("I am @noor", []), ("@everyone and @Ada", ["ada mentioned"]),
    ])
    func `an employee's message in a group wakes only whom it names`(text: String, expected: [String]) {
        #expect(woken(text, by: .employee(.init("noor"))) == expected)
    }

    @Test func `what an employee says at the end of a turn wakes only whom it names`() {
        let noor = Author.employee(.init("noor"))
        #expect(woken("Ask @Ada.", by: noor, isAnswer: true) == ["ada mentioned"])
        #expect(woken("It is done.", in: .ticket, by: noor, assignee: "ada", isAnswer: true) == [])
        #expect(woken("It is done.", in: .ticket, by: noor, assignee: "ada") == ["ada assignee"])
    }

    @Test(arguments: [
        (ThreadKind.dm, "Hello", ["ada senior"]), (.ticket, "How far is it?", ["noor assignee"]),
        (.ticket, "@Jun, look", ["jun mentioned"]), (.ticket, "Jun, can you look?", ["jun addressed"]),
        (.broadcast, "We have moved", []), (.broadcast, "We have moved, @Grace Lind", ["grace mentioned"]),
        (.broadcast, "We design", []), (.broadcast, "Noor, we have moved", []), (.broadcast, "@all, we have moved", []),
        (.meeting, "Hello", []), (.meeting, "@Grace Lind", []),
        (.meeting, "@Ada", ["ada mentioned"]),
        (.dm, "@Grace Lind", ["ada senior"]), (.dm, "@Ada", ["ada mentioned"]),
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
            "@Copilot ", "é", "\u{301}", "\u{200D}", "@@@", "role:", ": ", "and ", "what does ", "the ", "should ", "everybody",
            ". ", "Hi ", "@Lea", " & ",
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
                questioner: people.randomElement(using: &random)?.id, quoted: people.randomElement(using: &random)?.id,
                assignee: people.randomElement(using: &random)?.id,
                isAnswer: Bool.random(using: &random))
            let reach = Recipient.reach(of: letter)
            let woken = reach.woken
            #expect(Set(reach.spared.map(\.employee)).isDisjoint(with: woken.map(\.employee)))
            #expect(woken.count <= Recipient.limit)
            #expect(Set(woken.map(\.employee)).count == woken.count)
            #expect(!woken.contains { $0.employee == author.employee || $0.employee == gone.id || $0.employee == system.id })
            #expect(author.kind != .system || woken.isEmpty)
            let observers = woken.filter { $0.employee == Self.lea.id }
            let byThemselves: Set<Recipient.Reason> = [.assignee, .answered]
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
