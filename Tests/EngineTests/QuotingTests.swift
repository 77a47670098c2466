import Domain
import Engine
import Store
import TestSupport
import Testing

/// Answering a certain message, and being told something together with everybody.
@Suite(.timeLimit(.minutes(10)))
struct QuotingTests {
    let office: Office
    let group: Thread

    init() async throws {
        office = try await Office()
        group = try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: [office.chief.id, office.writer.id, office.engineer.id],
                by: office.owner.id, clientKey: nil, in: $0)
        }
    }

    @Test func `whoever wrote the message that is answered is woken, and the answer says which it is`() async throws {
        try await say("@Noor, how long is the text?")
        try await office.workUntilIdle(with: ScriptedModel([.say("Two pages.")]))
        let text = try #require(try await messages().last)
        try await say("@Jun, is the server ready?")
        try await office.workUntilIdle(with: ScriptedModel([.say("It is.")]))
        try await say("Make it one.", answering: text.id)
        let model = ScriptedModel([.say("One page it is.")])
        try await office.workUntilIdle(with: model)
        let woken = try #require(try await office.all(WakeupRequest.self).last)
        #expect(woken.agentID == office.writer.id)
        #expect(model.requests.last?.messages.last == .user("Owner: [to you: “Two pages.”]\nMake it one."))
        let all = try await messages()
        #expect(all.last?.parentID == all.dropLast().last?.id)
        // What directly follows is not quoted.
        #expect(model.requests.last?.messages.contains(.user("Jun Ito:\n```quoted\nIt is.\n```")) == true)
        #expect(try await office.broken() == [])
    }

    @Test func `only a message of the same conversation is answered, and edited words still answer it`() async throws {
        let elsewhere = try await office.say("Hello", to: office.writer)
        let other = try #require(try await office.store.read { try Message.latest(of: elsewhere, limit: 1, in: $0).first })
        await #expect(throws: RuleViolation.self) { try await say("Well?", answering: other.id) }
        try await say("First")
        let first = try #require(try await messages().last)
        try await say("Second", answering: first.id)
        let second = try #require(try await messages().last)
        let edited = try await office.store.write { [office, group] in
            try Message.edit(second.id, to: "Third", in: group, by: office.owner.id, $0)
        }
        #expect(edited.parentID == first.id)
        try await office.store.write { [office, group] in
            _ = try Message.edit(first.id, to: "Anew", in: group, by: office.owner.id, $0)
        }
        await #expect(throws: RuleViolation.self) { try await say("Well?", answering: first.id) }
    }

    @Test func `what is announced is read in the next turn, once, and wakes only whom it mentions`() async throws {
        let announcements = try await announcements()
        try await say("We have moved.", in: announcements)
        try await say("Everybody, the keys are with @Jun.", in: announcements)
        #expect(try await office.all(WakeupRequest.self).map(\.agentID) == [office.engineer.id])
        let jun = ScriptedModel([.say("I have them.")])
        try await office.workUntilIdle(with: jun)
        #expect(
            jun.requests.first?.opening.contains(
                "## Announced to everybody\n- Owner, in “Announcements”: We have moved.\n- Owner, in “Announcements”: Everybody, the keys"
            ) == true)
        #expect(try await office.said(in: announcements.id).count == 2)
        let direct = try await office.store.write { [office] in
            try Thread.direct(office.engineer.id, with: .user(office.owner.id), of: office.company.id, in: $0)
        }
        #expect(try await office.said(in: direct.id) == ["I have them."])

        for expected in [true, false] {
            try await office.say("Good morning", to: office.writer)
            let noor = ScriptedModel([.say("Good morning.")])
            try await office.workUntilIdle(with: noor)
            #expect(noor.requests.first?.opening.contains("We have moved.") == expected)
        }
        #expect(try await office.broken() == [])
    }

    @Test func `a turn that came to nothing has read nothing, and what comes during a turn is read in the next`() async throws {
        let announcements = try await announcements()
        try await say("We have moved.", in: announcements)
        try await office.say("Good morning", to: office.writer)
        let failure = ModelError(.unauthorized, "No key.")
        try await office.workUntilIdle(with: ScriptedModel([.fail(failure)]))
        try await office.say("Good evening", to: office.writer)
        let script = ScriptedModel([.say("Good evening."), .say("Good night.")])
        let model = Meanwhile(script, in: [0]) { try await say("We have moved back.", in: announcements) }
        try await office.workUntilIdle(with: model)
        try await office.say("Good night", to: office.writer)
        try await office.workUntilIdle(with: model)
        #expect(script.requests.map { $0.opening.contains("We have moved.") } == [true, false])
        #expect(script.requests.map { $0.opening.contains("We have moved back.") } == [false, true])
    }

    @Test func `employees make no announcements, and whoever is new reads them`() async throws {
        let announcements = try await announcements()
        await #expect(throws: RuleViolation.self) {
            try await office.store.write { [office] in
                _ = try Message.post("I too", to: announcements, by: .employee(office.writer.id), in: $0)
            }
        }
        let lea = try await office.store.write { [office] in
            try Employee.hire(
                Employee.Draft(
                    rolePackID: "test", roleID: "tester", roleMdSha: "", level: .ic, name: "Lea", title: "Tester",
                    manager: office.manager.id), into: office.company.id, by: .user("o"), in: $0)
        }
        let members = try await office.store.read { try announcements.members(in: $0).map(\.memberID) }
        #expect(members.contains(lea.id.rawValue))
    }

    private func announcements() async throws -> Thread {
        try await office.store.write { [office] in
            try Thread.broadcast(nil, of: office.company.id, by: office.owner.id, clientKey: nil, in: $0)
        }
    }

    private func say(_ words: String, in thread: Thread? = nil, answering parent: Message.ID? = nil) async throws {
        try await office.store.write { [office, group] in
            _ = try Message.post(words, to: thread ?? group, by: .user(office.owner.id), answering: parent, in: $0)
        }
    }

    private func messages() async throws -> [Message] {
        try await office.store.read { [group] in try Message.latest(of: group.id, limit: 100, in: $0) }
    }
}

extension ModelRequest {
    /// The first words that it tells.
    fileprivate var opening: String {
        if case .user(let text)? = messages.first { text } else { "" }
    }
}
