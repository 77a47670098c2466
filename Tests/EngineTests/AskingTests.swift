import Domain
import Engine
import Gateway
import Store
import TestSupport
import Testing

/// Work that waits for a person's answer, and goes on with it.
@Suite(.timeLimit(.minutes(10)))
struct AskingTests {
    private func question(_ office: Office) async throws -> Question {
        try #require(try await office.all(Question.self).first)
    }

    private func answer(_ text: String, comment: String? = nil, _ office: Office) async throws {
        let id = try await question(office).id
        _ = try await office.store.write { transaction in
            try Question.answer(
                id, of: office.company.id, with: text, comment: comment, by: office.owner.id, in: transaction)
        }
    }

    @Test(arguments: ["approved", "denied"])
    func `an employee goes on where they stopped, with the question, the answer and what they had done`(
        verdict: String
    ) async throws {
        let office = try await Office()
        let ticket = try await office.file("Write it", for: office.writer)
        let model = ScriptedModel([
            .call("write_document", ["name": "draft.md", "content": "A draft"]),
            .call("ask_human", ["question": "May I publish it?", "kind": "approval"]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await question(office).kind == .approval)
        try await answer(verdict, comment: "Mind the tone", office)
        let second = ScriptedModel([.call("complete_ticket", ["result": "Done", "files": ["draft.md"]])])
        try await office.work(with: second) { try $0.exists("SELECT 1 FROM ticket_reviews") }
        let messages = try #require(second.requests.first?.messages)
        let tools = messages.compactMap { message -> String? in
            guard case .toolResult(_, let name, _, _) = message else { return nil }
            return name
        }
        #expect(tools == ["write_document", "ask_human"])
        guard case .user(let words)? = messages.last else { return #expect(Bool(false)) }
        #expect(words.contains("Question: May I publish it?"))
        #expect(words.contains("Answer: \(verdict) Comment: Mind the tone"))
    }

    @Test func `who asks twice is reminded of both`() async throws {
        let office = try await Office()
        _ = try await office.file("Write it", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.call("ask_human", ["question": "First?"])]))
        try await answer("one", office)
        try await office.workUntilIdle(with: ScriptedModel([.call("ask_human", ["question": "Second?"])]))
        let second = try #require(try await office.all(Question.self).last)
        _ = try await office.store.write {
            try Question.answer(second.id, of: office.company.id, with: "two", by: office.owner.id, in: $0)
        }
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "Done", "files": ["a.md"]]),
        ])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM ticket_reviews") }
        let words = model.requests.first?.messages.compactMap { message -> String? in
            guard case .user(let text) = message else { return nil }
            return text.split(separator: "\n").last.map(String.init)
        }
        #expect(words?.suffix(2) == ["  Answer: one", "  Answer: two"])
    }

    @Test func `a question that is taken back lets the employee go on without an answer`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Write it", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.call("ask_human", ["question": "What is it about?"])]))
        let id = try await question(office).id
        _ = try await office.store.write { transaction in
            try Question.withdraw(
                id, of: office.company.id, because: "You know best", resumes: true, by: office.owner.id, in: transaction)
        }
        #expect(try await office.ticket(ticket.id).status == .inProgress)
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "Done", "files": ["a.md"]]),
        ])
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM ticket_reviews") }
        guard case .user(let words)? = model.requests.first?.messages.last else { return #expect(Bool(false)) }
        #expect(words.contains("Withdrawn without an answer: You know best"))
    }

    @Test func `an answer to what was asked in a conversation comes with the conversation`() async throws {
        let office = try await Office()
        try await office.say("Buy paint", to: office.writer)
        let first = ScriptedModel([.call("ask_human", ["question": "Which?", "kind": "choice", "options": ["red", "blue"]])])
        try await office.workUntilIdle(with: first)
        #expect(first.requests.count == 1)
        try await answer("blue", office)
        let model = ScriptedModel([.say("Blue it is.")])
        try await office.workUntilIdle(with: model)
        guard case .user(let words)? = model.requests.first?.messages.last else { return #expect(Bool(false)) }
        #expect(words.contains("Answer: blue"))
        #expect(try await office.all(Message.self).last?.content == "Blue it is.")
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [
        ("Paint the door. Let me choose between red, green and blue.", QuestionKind.choice, "green"),
        ("Send the letter, but only with my approval.", .approval, "denied"),
        ("Ask me for the file with the logo.", .file, "FILE"),
        ("Ask me what the visitors want.", .text, "Coffee"),
    ])
    func `the practice model asks what the work tells it to ask, and goes on`(
        text: String, kind: QuestionKind, reply: String
    ) async throws {
        let office = try await Office()
        let stored = try office.store.vault.keep(Array("logo".utf8), for: office.company.id)
        let file = try await office.store.write { transaction in
            try VaultFile.enter(
                stored, name: "logo.txt", mimeType: "text/plain", text: "logo", company: office.company.id,
                by: .user(office.owner.id), in: transaction)
        }
        let ticket = try await office.store.write { transaction in
            try Ticket.file(
                .init(title: "The door", description: text, assignee: office.writer.id), in: office.company.id,
                by: .user(office.owner.id), transaction)
        }
        let practice = PracticeProvider(time: office.time, pace: .zero)
        try await office.workUntilIdle(with: practice)
        #expect(try await question(office).kind == kind)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        try await answer(reply.replacing("FILE", with: file.id.rawValue), office)
        try await office.workUntilIdle(with: practice)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.all(Question.self).count == 1)
        #expect(try await office.broken() == [])
    }
}
