import Domain
import Engine
import Store
import TestSupport
import Testing

/// Whoever asks a colleague hears the answer, once, and goes on with what they were at.
@Suite(.timeLimit(.minutes(10)))
struct ColleagueAnswerTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `an answer brings the asker back to their ticket, with the answer before them`() async throws {
        let ticket = try await office.file("Write the invitation", for: office.writer)
        let model = ScriptedModel([
            ask(office.engineer, "Is the server ready?"), .say("I wait for Jun."), .say("On Monday."),
            .call("write_document", ["name": "a.md", "content": "Come on Monday"]),
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
        ])
        try await office.work(with: model, limits: WorkLimits(slots: 1)) { try $0.isHandedIn(ticket.id) }
        #expect(
            try await causes().prefix(3)
                == ["Noor Haddad assignment", "Jun Ito colleague_message", "Noor Haddad colleague_answered"])
        let resumed = try #require(try await office.all(WakeupRequest.self).first { $0.cause == .colleagueAnswered })
        #expect(resumed.ticketID == ticket.id)
        #expect(resumed.threadID == (try await office.ticket(ticket.id).threadID))
        let told = model.requests[3].words
        #expect(told.contains("A colleague answered what you had asked."))
        #expect(told.contains("## What you asked Jun Ito “Is the server ready?”\nJun Ito:\n```quoted\nOn Monday.\n```"))
        #expect(told.contains("## Ticket #1"))
        #expect(told.hasSuffix("Go on where you stopped."))
        let done = model.requests[3].messages.compactMap {
            if case .assistant(let text, let calls) = $0 { text + calls.map(\.name).joined() } else { nil }
        }
        #expect(done == ["send_message", "I wait for Jun."])
        #expect(try await office.all(Enquiry.self).map(\.status) == [.answered])
    }

    @Test func `a ticket that waits for a colleague does not stand still, and says what it waits for`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            try Employee.pause(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let model = ScriptedModel([ask(office.engineer, "Is it ready?"), .say("I wait for Jun.")])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM runs WHERE status <> 'running'") }
        #expect(model.requests.count == 2)
        #expect(try await office.ticket(ticket.id).status == .inProgress)
        #expect(try await office.broken() == [])
    }

    @Test func `an answer that comes while the ticket is blocked is told when it goes on`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            try Employee.pause(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
        }
        try await office.work(with: ScriptedModel([ask(office.engineer, "Is it ready?"), .say("I wait for Jun.")])) {
            try $0.exists("SELECT 1 FROM runs WHERE status <> 'running'")
        }
        try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0).block("We wait for the paper.", by: .user("o"), in: $0)
            try Employee.resume(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let answering = ScriptedModel([.say("On Monday.")])
        try await office.workUntilIdle(with: answering)
        #expect(answering.requests.count == 1, "a blocked ticket is not worked on")
        try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0).release(by: .user(office.owner.id.rawValue), in: $0)
        }
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(try #require(model.requests.first).words.contains("Jun Ito:\n```quoted\nOn Monday.\n```"))
        #expect(try await office.broken() == [])
    }

    @Test func `two whose questions are answered in one turn are both woken`() async throws {
        let group = try await group([office.chief, office.writer, office.engineer])
        for (who, words) in [(office.chief, "@Jun, is the server ready?"), (office.writer, "@Jun Ito, when can I write?")] {
            try await office.store.write {
                try Message.post(words, to: group, by: .employee(who.id), errand: Errand(thread: group.id), in: $0)
            }
        }
        let model = ScriptedModel([.say("It is, on Monday.")], otherwise: .say("Thank you, @Jun Ito!"))
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 1))
        #expect(
            try await causes().sorted()
                == ["Ada Moreau colleague_answered", "Jun Ito mention", "Noor Haddad colleague_answered"])
        #expect(model.requests.count == 3)
        #expect(try await office.broken() == [])
    }

    @Test func `whoever asked for a person's sake tells them, and thanks go back and forth no further`() async throws {
        let thread = try await office.say("Ask Jun when the server is ready", to: office.chief)
        let model = ScriptedModel([
            ask(office.engineer, "When is the server ready?"), .say("I ask him."), .say("On Monday."),
            .calls([("send_message", ["recipient_id": .string(office.engineer.id.rawValue), "message": "Thanks!"])]),
            .say("Jun says on Monday."),
        ])
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 1))
        #expect(
            try await office.said(in: thread)
                == ["Ask Jun when the server is ready", "I ask him.", "Jun says on Monday."])
        #expect(try await causes() == ["Ada Moreau message", "Jun Ito colleague_message", "Ada Moreau colleague_answered"])
        #expect(try await office.broken() == [])
    }

    @Test func `an answer by the same tool is one with the answer at the end`() async throws {
        try await office.say("Ask Jun", to: office.chief)
        let model = ScriptedModel([
            ask(office.engineer, "When is it ready?"), .say("I ask him."), ask(office.chief, "On Monday."), .say(""),
            .say("On Monday, he says."),
        ])
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 1))
        #expect(model.requests.last?.words.contains("Jun Ito:\n```quoted\nOn Monday.\n```") == true)
        #expect(try await causes() == ["Ada Moreau message", "Jun Ito colleague_message", "Ada Moreau colleague_answered"])
    }

    @Test func `colleagues who ask each other without end come to an end`() async throws {
        try await office.say("Ask Jun", to: office.chief)
        let (chief, engineer) = (office.chief, office.engineer)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                guard request.messages.count < 4 else { return .say("So be it?") }
                return ask(request.system.contains(chief.name) ? engineer : chief, "And what do you think?")
            })
        try await office.workUntilIdle(with: model)
        #expect(try await office.all(WakeupRequest.self).count < 4 * CauseChain.messageLimit)
        #expect(try await office.broken() == [])
    }

    @Test func `whoever is asked and leaves, or is taken back, is no longer waited for`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            try Employee.pause(office.engineer.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let model = ScriptedModel([ask(office.engineer, "Is it ready?"), .say("I wait for Jun.")])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM runs WHERE status <> 'running'") }
        try await office.store.write { [office] in
            _ = try Employee.dismiss(office.engineer.id, of: office.company.id, by: .user(office.owner.id), in: $0)
        }
        let next = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "Text"]),
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
        ])
        try await office.work(with: next, limits: WorkLimits(slots: 1)) { try $0.isHandedIn(ticket.id) }
        #expect(next.requests.first?.words.contains("There is no answer: Jun Ito no longer works here") == true)
    }

    @Test func `a person who stops the colleague finds the ticket blocked`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([ask(office.engineer, "Is it ready?"), .say("I wait for Jun.")], otherwise: .hang)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 3 }
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running' AND ticket_id IS NOT NULL") }
            try await office.stopRun()
            try await office.untilIdle()
        }
        let stopped = try await office.ticket(ticket.id)
        #expect(stopped.status == .blocked)
        #expect(stopped.blockedReason == "Stopped by Owner.")
        #expect(try await office.broken() == [])
    }

    @Test func `an answer about a ticket that is somebody else's by then does not bring the asker back to it`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([ask(office.engineer, "Is it ready?"), .say("I wait for Jun.")], otherwise: .hang)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 3 }
            try await office.store.write {
                try Ticket.require(ticket.id, of: office.company.id, in: $0)
                    .assign(to: office.manager.id, by: .user(office.owner.id), in: $0)
                let work = try $0.select(WakeupRequest.self, "WHERE cause = 'colleague_message'").first
                _ = try Run.finish(
                    Run.running(for: try #require(work).id, in: $0), of: try #require(work), as: .answered("It is."),
                    totals: RunTotals(), message: nil, in: $0)
            }
        }
        let resumed = try #require(try await office.all(WakeupRequest.self).first { $0.cause == .colleagueAnswered })
        #expect(resumed.ticketID == nil)
        #expect(resumed.agentID == office.writer.id)
    }

    private func ask(_ colleague: Employee, _ words: String) -> ScriptedModel.Line {
        .call("send_message", ["recipient_id": .string(colleague.id.rawValue), "message": .string(words)])
    }

    private func group(_ employees: [Employee]) async throws -> Thread {
        try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: employees.map(\.id), by: office.owner.id, clientKey: nil, in: $0)
        }
    }

    private func causes() async throws -> [String] {
        let names = [office.chief, office.manager, office.writer, office.engineer].reduce(into: [:]) { $0[$1.id] = $1.name }
        return try await office.all(WakeupRequest.self).map { "\(names[$0.agentID] ?? "?") \($0.cause.rawValue)" }
    }
}

extension ModelRequest {
    /// All that it tells as people's words.
    var words: String {
        messages.compactMap { if case .user(let text) = $0 { text } else { nil } }.joined(separator: "\n\n")
    }
}

extension Transaction {
    fileprivate func isHandedIn(_ ticket: Ticket.ID) throws -> Bool {
        try TicketReview.pending(on: ticket, in: self) != nil || find(Ticket.self, ticket)?.status == .done
    }
}
