import Domain
import Engine
import Store
import TestSupport
import Testing

/// A conversation that takes another way: a new answer, other words, a branch.
@Suite(.timeLimit(.minutes(10)))
struct BranchTests {
    let office: Office
    let thread: Thread

    init() async throws {
        office = try await Office(time: ManualTime(leaps: true))
        let id = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.say("Good morning.")]))
        thread = try await office.store.read { [office] in try Thread.require(id, of: office.company.id, in: $0) }
    }

    @Test func `another answer takes the place of the last one, once however often it is asked for`() async throws {
        let answer = try #require(try await messages().last)
        for _ in 0..<2 {
            let old = try await write { try Message.regenerate(answer.id, in: thread, by: .user(office.owner.id), $0) }
            #expect(old.supersededAt != nil)
        }
        let model = ScriptedModel([.say("Good evening.")])
        try await office.workUntilIdle(with: model)
        #expect(try await office.said(in: thread.id) == ["Hello", "Good evening."])
        #expect(try await messages(superseded: true).map(\.content) == ["Hello", "Good morning.", "Good evening."])
        #expect(model.requests.count == 1)
        #expect(try #require(model.requests.first).messages.last == .user("Owner: Hello"))
        // And again, with the new one.
        let newer = try #require(try await messages().last)
        _ = try await write { try Message.regenerate(newer.id, in: thread, by: .user(office.owner.id), $0) }
        try await office.workUntilIdle(with: ScriptedModel([.say("Good night.")]))
        #expect(try await office.said(in: thread.id) == ["Hello", "Good night."])
        #expect(try await office.broken() == [])
    }

    @Test func `only the last message, and only an answer, is answered anew`() async throws {
        let (question, answer) = (try #require(try await messages().first), try #require(try await messages().last))
        try await office.say("And now?", to: office.writer)
        for id in [question.id, answer.id] {
            await #expect(throws: RuleViolation.self) {
                try await write { try Message.regenerate(id, in: thread, by: .user(office.owner.id), $0) }
            }
        }
        await #expect(throws: RuleViolation.notFound("message")) {
            try await write { try Message.regenerate(Message.ID("no"), in: thread, by: .user(office.owner.id), $0) }
        }
    }

    @Test func `other words take the place of a message and of all that followed, and wake once`() async throws {
        try await office.say("And now?", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.say("Now I write.")]))
        let first = try #require(try await messages().first)
        let sent = try await write {
            try Message.edit(first.id, to: "Good day", in: thread, by: office.owner.id, clientKey: "k", $0)
        }
        let again = try await write {
            try Message.edit(first.id, to: "Good day", in: thread, by: office.owner.id, clientKey: "k", $0)
        }
        let withoutKey = try await write { try Message.edit(first.id, to: "Good day", in: thread, by: office.owner.id, $0) }
        #expect(Set([sent.id, again.id, withoutKey.id]).count == 1)
        await #expect(throws: RuleViolation.self) {
            try await write { try Message.edit(first.id, to: "Something else", in: thread, by: office.owner.id, $0) }
        }
        let model = ScriptedModel([.say("Good day to you.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try #require(model.requests.first).messages.dropFirst() == [.user("Owner: Good day")])
        #expect(try await office.said(in: thread.id) == ["Good day", "Good day to you."])
        #expect(try await messages(superseded: true).count == 6)
        #expect(try await office.eventTypes().count { $0 == "message.superseded" } == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `a turn that answers what was edited is ended, and what it said goes with it`() async throws {
        let model = HangingModel(then: ScriptedModel([.say("Now I write.")]))
        try await office.steer(model) { office in
            try await office.say("And now?", to: office.writer)
            await office.wait { model.requests.count == 1 }
            let asked = try #require(try await messages().last)
            _ = try await write { try Message.edit(asked.id, to: "What now?", in: thread, by: office.owner.id, $0) }
            try await office.untilIdle()
        }
        #expect(try await office.said(in: thread.id) == ["Hello", "Good morning.", "What now?", "Now I write."])
        #expect(try await messages(superseded: true).contains { $0.content.hasPrefix("I was about to say") })
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .cancelled, .completed])
        #expect(try await office.broken() == [])
    }

    @Test func `what was queued because of a message that is edited is taken back`() async throws {
        try await office.say("And now?", to: office.writer)
        let asked = try #require(try await messages().last)
        _ = try await write { try Message.edit(asked.id, to: "What now?", in: thread, by: office.owner.id, $0) }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .cancelled, .pending])
    }

    @Test func `nobody changes the words of others, or empties their own`() async throws {
        let (question, answer) = (try #require(try await messages().first), try #require(try await messages().last))
        await #expect(throws: RuleViolation.self) {
            try await write { try Message.edit(answer.id, to: "Bad morning.", in: thread, by: office.owner.id, $0) }
        }
        await #expect(throws: RuleViolation.self) {
            try await write { try Message.edit(question.id, to: " ", in: thread, by: office.owner.id, $0) }
        }
        #expect(try await office.said(in: thread.id) == ["Hello", "Good morning."])
    }

    @Test func `a branch begins like the thread, goes its own way, and can branch again`() async throws {
        let answer = try #require(try await messages().last)
        let branch = try await write {
            try thread.fork(at: answer.id, subject: "Otherwise", by: .user(office.owner.id), clientKey: "k", in: $0)
        }
        let again = try await write {
            try thread.fork(at: answer.id, subject: "Otherwise", by: .user(office.owner.id), clientKey: "k", in: $0)
        }
        #expect(branch.id == again.id)
        #expect(branch.forkedFromMessageID == answer.id)
        #expect(try await office.said(in: branch.id) == ["Hello", "Good morning."])
        #expect(try await office.all(WakeupRequest.self).count == 1)

        _ = try await write { try Message.post("And here?", to: branch, by: .user(office.owner.id), in: $0) }
        let model = ScriptedModel([.say("Here too.")])
        try await office.workUntilIdle(with: model)
        #expect(
            try #require(model.requests.first).messages.dropFirst()
                == [.user("Owner: Hello"), .assistant(text: "Good morning.", toolCalls: []), .user("Owner: And here?")])
        #expect(try await office.said(in: thread.id) == ["Hello", "Good morning."])

        let last = try #require(try await office.store.read { try Message.latest(of: branch.id, limit: 1, in: $0).first })
        let second = try await write { try branch.fork(at: last.id, by: .user(office.owner.id), in: $0) }
        #expect(second.forkedFromThreadID == branch.id)
        #expect(try await office.said(in: second.id) == ["Hello", "Good morning.", "And here?", "Here too."])
        // The direct thread of the two is still the first.
        #expect(try await office.say("Back again", to: office.writer) == thread.id)
        await #expect(throws: RuleViolation.notFound("message")) {
            try await write { try thread.fork(at: last.id, by: .user(office.owner.id), in: $0) }
        }
    }

    private func messages(superseded: Bool = false) async throws -> [Message] {
        try await office.store.read { [thread] in
            try Message.latest(of: thread.id, limit: 100, superseded: superseded, in: $0)
        }
    }

    private func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await office.store.write(body)
    }
}
