import Domain
import Engine
import Store
import TestSupport
import Testing

/// Nobody who asks is forgotten, and nobody is answered twice.
@Suite(.timeLimit(.minutes(10)))
struct UnansweredTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `what is said before the answer is answered together`() async throws {
        let thread = try await office.say("First", to: office.writer)
        try await office.say("Second", to: office.writer)
        let model = ScriptedModel([.say("Both.")])
        try await office.workUntilIdle(with: model)
        #expect(try await office.said(in: thread) == ["First", "Second", "Both."])
        #expect(model.requests.count == 1)
        #expect(model.requests.first?.messages.last == .user("Owner: Second"))
    }

    @Test func `what is said during an answer is what the next one is about`() async throws {
        let thread = try await office.say("Write it", to: office.writer)
        let script = ScriptedModel([.say("Written."), .say("Stopped.")])
        let model = Meanwhile(script, in: [0]) { [office] in
            try await office.say("No, stop", to: office.writer)
            try await office.say("Really", to: office.writer)
            office.time.advance(by: .seconds(1))
        }
        try await office.workUntilIdle(with: model)
        #expect(try await office.said(in: thread) == ["Write it", "No, stop", "Really", "Written.", "Stopped."])
        guard case .user(let last)? = script.requests.last?.messages.last else {
            Issue.record("no words")
            return
        }
        #expect(last.hasPrefix("(This is not answered yet.)\n\nOwner: No, stop\n\nOwner: Really\n\n"))
    }

    @Test func `in a group everybody answers the message that named them`() async throws {
        let thread = try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: [office.writer.id, office.engineer.id], by: office.owner.id,
                clientKey: nil, in: $0)
        }
        for words in ["@Noor is the text ready?", "@Jun is the server ready?"] {
            try await office.store.write { [office] in
                _ = try Message.post(words, to: thread, by: .user(office.owner.id), in: $0)
            }
        }
        let model = ScriptedModel([], otherwise: .say("Yes."))
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 1))
        let noor = model.requests.first { $0.system.hasPrefix("You are Noor Haddad") }?.messages.last
        guard case .user(let words)? = noor else {
            Issue.record("no words")
            return
        }
        #expect(words.contains("Owner: @Noor is the text ready?"))
        #expect(!words.contains("server"))
    }

    @Test func `somebody who is woken by hand says what they have to say to whoever woke them`() async throws {
        try await office.store.write { [office] in
            _ = try WakeupRequest.wake(
                office.writer.id, of: office.company.id, ticket: nil, by: .user(office.owner.id), clientKey: nil, in: $0)
        }
        try await office.workUntilIdle(with: ScriptedModel([.say(""), .say("All is well.")]))
        let thread = try await office.store.write { [office] in
            try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: $0)
        }
        #expect(try await office.said(in: thread.id) == ["All is well."])
    }

    @Test func `a question about a ticket is answered although the ticket is done by then`() async throws {
        let ticket = try await office.file("Write", for: office.chief)
        let script = ScriptedModel(
            [
                .call("write_document", ["name": "a.md", "content": "Text"]),
                .call("complete_ticket", ["result": "Done", "files": []]),
            ], otherwise: .say("Because it is blue."))
        let model = Meanwhile(script, in: [1]) { [office] in
            try await office.store.write {
                let thread = try Ticket.require(ticket.id, of: office.company.id, in: $0).discussion(in: $0)
                _ = try Message.post("Why blue?", to: thread, by: .user(office.owner.id), in: $0)
            }
        }
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        let thread = try #require(try await office.ticket(ticket.id).threadID)
        #expect(try await office.said(in: thread).last == "Because it is blue.")
    }

    @Test func `whoever was named keeps their turn when the ticket goes to somebody else`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            let thread = try Ticket.require(ticket.id, of: office.company.id, in: $0).discussion(in: $0)
            _ = try Message.post("@Grace what do you think?", to: thread, by: .user(office.owner.id), in: $0)
            try Ticket.require(ticket.id, of: office.company.id, in: $0)
                .assign(to: office.engineer.id, by: .user(office.owner.id), in: $0)
        }
        let waiting = try await office.all(WakeupRequest.self).filter { $0.status == .pending }
        #expect(waiting.map(\.cause) == [.mention, .assignment])
        #expect(waiting.map(\.agentID) == [office.manager.id, office.engineer.id])
    }

    @Test func `a ticket that waits for a person's answer cannot be handed in around it`() async throws {
        let ticket = try await office.file("Spend", for: office.chief)
        try await office.workUntilIdle(
            with: ScriptedModel([.call("ask_human", ["question": "May I spend 5000?", "kind": "approval"])]))
        try await office.store.write { [office] in
            let thread = try Ticket.require(ticket.id, of: office.company.id, in: $0).discussion(in: $0)
            _ = try Message.post("How is it going?", to: thread, by: .user(office.owner.id), in: $0)
        }
        try await office.workUntilIdle(
            with: ScriptedModel([.call("complete_ticket", ["result": "Spent", "files": []])], otherwise: .say("I wait.")))
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.all(Question.self).map(\.status) == [.open])
    }
}
