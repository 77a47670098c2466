extension Recipient {
    /// As many employees as one message wakes.
    package static let limit = 3

    /// Whom a message wakes, in order.
    ///
    /// Who is called on by name or role is woken, and nobody else. Otherwise it is the other one of a direct conversation, a
    /// ticket's assignee, and in a group the one member whom a person's message fits best. Colleagues' messages in a group wake
    /// only those they name and the one who asked; announcements and meetings wake nobody by themselves.
    package static func all(of letter: Letter) -> [Recipient] {
        guard letter.author.kind != .system else { return [] }
        let people = letter.people.filter { $0.answers && $0.id != letter.author.employee }
        return Array(chosen(letter, people).prefix(limit))
    }

    private static func chosen(_ letter: Letter, _ people: [Addressee]) -> [Recipient] {
        let isPerson = letter.author.kind == .user
        let members = people.filter { $0.place == .member }
        if letter.kind == .dm, members.count <= 1 { return members.map { Recipient($0.id, .direct) } }
        let handles = Handles(letter.kind.isClosed ? people.filter { $0.place != .outside } : people)
        let mentions = Mentions(in: letter.text, among: handles)
        var named = mentions.people
        if mentions.everyone, letter.kind != .dm {
            let all = letter.kind == .broadcast ? people.filter { $0.place != .observer } : members
            if isPerson { named += Addressee.mostSenior(of: all).map { Recipient($0.id, .everyone) } }
            if !isPerson, named.isEmpty { return [] }
        }
        if named.isEmpty, isPerson || letter.text.contains("?") {
            named = Salutation.people(in: letter.text, among: handles).map { Recipient($0, .addressed) }
        }
        let asker = people.first { $0.id == letter.asker }.map { Recipient($0.id, .answered) }
        guard named.isEmpty else {
            let others = named.filter { $0.employee != asker?.employee }
            return unique(others + (asker.map { [$0] } ?? []))
        }
        if let asker { return [asker] }
        if letter.isAnswer { return [] }
        return byKind(letter, people, members)
    }

    private static func byKind(_ letter: Letter, _ people: [Addressee], _ members: [Addressee]) -> [Recipient] {
        switch letter.kind {
        case .dm: return members.map { Recipient($0.id, .direct) }
        case .ticket: return people.first { $0.id == letter.assignee }.map { [Recipient($0.id, .assignee)] } ?? []
        case .group: return letter.author.kind == .user ? oneOf(members, for: letter) : []
        case .broadcast, .meeting, .proactive: return []
        }
    }

    /// The one who answers in a group when nobody is named.
    private static func oneOf(_ members: [Addressee], for letter: Letter) -> [Recipient] {
        let fitting = Fitness.best(for: letter.text, among: members)
        let among = fitting.isEmpty ? members : fitting
        if fitting.count == 1, let one = fitting.first { return [Recipient(one.id, .fitting)] }
        if let last = among.first(where: { $0.id == letter.lastSpeaker }) {
            return [Recipient(last.id, fitting.isEmpty ? .lastSpeaker : .fitting)]
        }
        return Addressee.mostSenior(of: among).prefix(1).map { Recipient($0.id, fitting.isEmpty ? .senior : .fitting) }
    }

    private static func unique(_ recipients: [Recipient]) -> [Recipient] {
        var seen: Set<Employee.ID> = []
        return recipients.filter { seen.insert($0.employee).inserted }
    }
}

extension ThreadKind {
    /// Whether nobody comes in by being named: two who talk, and a meeting with its attendees.
    package var isClosed: Bool { self == .dm || self == .meeting }
}
