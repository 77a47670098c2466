extension Recipient {
    /// As many employees as one message wakes.
    package static let limit = 3

    /// Whom a message wakes.
    ///
    /// Who is called on by name or role, with an `@` or in words, and who wrote what the message answers expressly, is woken,
    /// and nobody else. Otherwise it is the other one of a direct conversation, a ticket's assignee, and in a group the one
    /// member whose question a person answers or whom their message fits best. Colleagues' messages in a group wake only those
    /// they name or ask; announcements wake only whom they mention, and meetings nobody by
    /// themselves. Who reads along only is never woken by being named.
    package static func reach(of letter: Letter) -> Reach {
        guard letter.author.kind != .system else { return Reach([], of: letter) }
        let people = letter.people.filter { $0.id != letter.author.employee && $0.level != .system }
        let gone = Mentions(in: letter.text, among: Handles(people.filter { !$0.answers })).people
        return Reach(chosen(letter, people.filter(\.answers)) + gone, of: letter)
    }

    private static func chosen(_ letter: Letter, _ people: [Addressee]) -> [Recipient] {
        let isPerson = letter.author.kind == .user
        let members = people.filter { $0.place == .member }
        if letter.kind == .dm, members.count <= 1 { return members.map { Recipient($0.id, .direct) } }
        let handles = Handles(letter.kind.isClosed ? people.filter { $0.place != .outside } : people)
        let mentions = Mentions(in: letter.text, among: handles)
        if letter.kind == .broadcast { return mentions.people }
        var named = mentions.people
        var everyone = mentions.everyone
        if named.isEmpty, !everyone, isPerson || letter.text.contains("?") {
            let spoken = Spoken(in: letter.text, among: handles, onlyAsked: !isPerson)
            named = spoken.people.map { Recipient($0, .addressed) }
            everyone = spoken.everyone
        }
        if everyone, letter.kind != .dm {
            if isPerson { named += Addressee.mostSenior(of: members).map { Recipient($0.id, .everyone) } }
            if !isPerson, named.isEmpty { return [] }
        }
        if let quoted = people.first(where: { $0.id == letter.quoted && $0.place != .outside }) {
            named.append(Recipient(quoted.id, .quoted))
        }
        guard named.isEmpty else { return unique(named) }
        if letter.isAnswer { return [] }
        return byKind(letter, people, members)
    }

    private static func byKind(_ letter: Letter, _ people: [Addressee], _ members: [Addressee]) -> [Recipient] {
        switch letter.kind {
        case .dm where letter.author.kind != .user: return members.map { Recipient($0.id, .direct) }
        case .ticket: return people.first { $0.id == letter.assignee }.map { [Recipient($0.id, .assignee)] } ?? []
        case .dm, .group: return letter.author.kind == .user ? oneOf(members, for: letter) : []
        case .broadcast, .meeting, .proactive: return []
        }
    }

    /// The one who answers in a group when nobody is named.
    private static func oneOf(_ members: [Addressee], for letter: Letter) -> [Recipient] {
        let fitting = Fitness.best(for: letter.text, among: members)
        let reply = Reply(letter.text)
        if let questioner = members.first(where: { $0.id == letter.questioner }), !reply.asks,
            reply.isPlain || fitting.count != 1
        {
            return [Recipient(questioner.id, .answered)]
        }
        if reply.isPlain, let last = members.first(where: { $0.id == letter.lastSpeaker }) {
            return [Recipient(last.id, .lastSpeaker)]
        }
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
