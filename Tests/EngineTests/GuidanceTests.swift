import Domain
import Engine
import Store
import TestSupport
import Testing

/// What a person has to say to a turn that goes on.
@Suite(.timeLimit(.minutes(10)))
struct GuidanceTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    private static let words = "Owner, while you work: Make it short."

    @Test func `words are taken up before the next model call, once, and stand in the thread`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let script = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]), .call("search_files", ["query": "x"]),
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
        ])
        try await office.steer(Meanwhile(script, in: [0]) { [office] in try await office.guide("Make it short.") }) { office in
            try await office.until { try TicketReview.pending(on: ticket.id, in: $0) != nil || $0.isClosed(ticket.id) }
        }
        #expect(script.requests.prefix(3).map { $0.times(Self.words) } == [0, 1, 1])
        #expect(script.requests[1].messages.last == .user(Self.words))
        let given = try #require(try await office.all(Guidance.self).first)
        #expect(given.status == .taken)
        #expect(given.takenStep == 1)
        #expect(try await office.said(in: given.threadID).filter { $0 == "Make it short." }.count == 1)
        #expect(try await office.all(WakeupRequest.self).filter { $0.cause == .comment } == [])
    }

    @Test func `words that come too late are a message that wakes the employee`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let script = ScriptedModel([.say("Good morning."), .say("In short: good morning.")])
        try await office.steer(Meanwhile(script, in: [0]) { [office] in try await office.guide("Make it short.") }) { office in
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'success' LIMIT 1 OFFSET 1") }
        }
        #expect(
            try await office.said(in: thread)
                == ["Hello", "Make it short.", "Good morning.", "In short: good morning."])
        #expect(try await office.all(Guidance.self).map(\.status) == [.message])
        #expect(script.requests.map { $0.times("(This is not answered yet.)\n\nOwner: Make it short.") } == [0, 1])
        #expect(script.requests.map { $0.times(Self.words) } == [0, 0])
        #expect(try await office.broken() == [])
    }

    @Test func `words to a meeting's turn that come too late are answered next by whoever they were for`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(turns: 3))
        let script = ScriptedModel([], otherwise: .say("A few words."))
        try await office.hold(
            meeting, with: Meanwhile(script, in: [1]) { [office] in try await office.guide("And what does it cost?") })
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.prefix(3).map(\.reason) == [.opens, .round, .interjection])
        #expect(turns[1].employeeID == turns[2].employeeID)
        #expect(try await office.all(Guidance.self).map(\.status) == [.message])
        #expect(try await office.broken() == [])
    }

    @Test func `words to a run that has ended wake at once, and the same key is the same words`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        let run = try #require(try await office.all(Run.self).first)
        for _ in 0..<2 {
            let given = try await office.store.write {
                try Guidance.give("More?", to: run, of: office.company.id, by: office.owner.id, clientKey: "k", in: $0)
            }
            #expect(given.status == .message)
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .pending])
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Message.self).map(\.content) == ["Hello", "Done.", "More?", "Done."])
    }

    @Test func `words stand at the same place when the turn goes on after a crash`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        // The first server takes the words up after the first step, makes a second step, and dies in the third call.
        let first = ScriptedModel(
            [.call("write_document", ["name": "a.md", "content": "x"]), .call("search_files", ["query": "x"])], otherwise: .hang)
        try await office.steer(Meanwhile(first, in: [0]) { [office] in try await office.guide("Make it short.") }) { office in
            await office.wait { first.requests.count == 3 }
        }
        let before = try #require(first.requests.last).messages
        // The second one hears more during a call that comes to nothing.
        let second = ScriptedModel([], otherwise: .hang)
        try await office.steer(Meanwhile(second, in: [0]) { [office] in try await office.guide("And friendly.") }) { office in
            await office.wait { second.requests.count == 1 }
        }
        #expect(try #require(second.requests.first).messages.dropFirst() == before.dropFirst())
        let third = ScriptedModel([], otherwise: .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]))
        try await office.steer(third) { office in
            try await office.until { try TicketReview.pending(on: ticket.id, in: $0) != nil || $0.isClosed(ticket.id) }
        }
        let last = try #require(third.requests.first).messages
        #expect(last.dropFirst() == before.dropFirst() + [.user("Owner, while you work: And friendly.")])
        #expect(try await office.all(Guidance.self).map(\.status) == [.taken, .taken])
    }

    @Test func `words for a turn that is put off are taken up when it goes on`() async throws {
        try await office.say("Hello", to: office.writer)
        let script = ScriptedModel([.say("Short.")])
        let hanging = HangingModel(then: script)
        let owner = EventActor.user(office.owner.id.rawValue)
        try await office.steer(hanging) { office in
            await office.wait { hanging.requests.count == 1 }
            try await office.guide("Make it short.")
            try await office.store.write { try Company.pause(office.company.id, by: owner, in: $0) }
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            #expect(try await office.all(Guidance.self).map(\.status) == [.waiting])
            try await office.store.write { try Company.resume(office.company.id, by: owner, in: $0) }
            try await office.untilIdle()
        }
        let request = try #require(script.requests.first)
        #expect(request.times("Make it short.") == 1)
        #expect(request.messages.last == .user(Self.words))
        #expect(try await office.all(Message.self).map(\.content) == ["Hello", "Make it short.", "Short."])
    }

    @Test func `words before a stop stay in the thread and wake nobody`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        let model = HangingModel("", then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.guide("Make it short.")
            try await office.stopRun()
            try await office.untilIdle()
        }
        #expect(try await office.said(in: thread) == ["Hello", "Make it short.", "Stopped by Owner."])
        #expect(try await office.all(Guidance.self).map(\.status) == [.message])
        #expect(try await office.all(WakeupRequest.self).count == 1)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: ["", " \n"])
    func `empty words are refused`(words: String) async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        let run = try #require(try await office.all(Run.self).first)
        await #expect(throws: RuleViolation.self) {
            try await office.store.write {
                try Guidance.give(words, to: run, of: office.company.id, by: office.owner.id, in: $0)
            }
        }
        #expect(try await office.all(Guidance.self) == [])
    }
}

extension Office {
    /// Says something, as the owner, to whatever run goes on.
    fileprivate func guide(_ words: String) async throws {
        try await store.write { [owner, company] transaction in
            let run = try #require(try transaction.select(Run.self, "WHERE status = \(RunStatus.running)").first)
            _ = try Guidance.give(words, to: run, of: company.id, by: owner.id, in: transaction)
        }
        time.advance(by: .milliseconds(1))  // an answer's id is older than the answer
    }
}

extension ModelRequest {
    /// How many messages have these words in them.
    fileprivate func times(_ words: String) -> Int {
        messages.count { message in
            switch message {
            case .user(let text), .assistant(let text, _): text.contains(words)
            case .toolResult, .image: false
            }
        }
    }
}

extension Transaction {
    fileprivate func isClosed(_ ticket: Ticket.ID) throws -> Bool { try find(Ticket.self, ticket)?.status == .done }
}
