import Domain
import Engine
import Store
import TestSupport
import Testing

/// What reaches the model, and what does not.
@Suite(.timeLimit(.minutes(10)))
struct ToldTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `whoever is called into a ticket's discussion is told of the ticket like its owner`() async throws {
        let ticket = try await office.file("Write the plan", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .call("ask_human", ["question": "Red?"])))
        try await office.store.write { [office] in
            _ = try Ticket.require(ticket.id, of: office.company.id, in: $0).comment(
                "@Jun Ito, can it be built?", by: .user(office.owner.id), in: $0)
        }
        let model = ScriptedModel([], otherwise: .say("It can."))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        let request = try #require(model.requests.first)
        #expect(request.system.contains("You are Jun Ito"))
        let told = request.messages.map(\.words).joined(separator: "\n")
        #expect(told.contains("id: \(ticket.id)"))
        #expect(told.contains("title: Write the plan"))
        #expect(told.contains("@Jun Ito, can it be built?"))
        #expect(!request.tools.contains { $0.name == "complete_ticket" })
        let run = try #require(try await office.all(Run.self).last)
        #expect((run.ticketID, run.threadID) == (ticket.id, ticket.threadID))
    }

    @Test func `a message without words is not told`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.store.write { [office] transaction in
            let blank = Message(
                id: transaction.makeID(), threadID: thread, authorID: office.writer.id.rawValue, authorKind: .employee,
                content: " \n", createdAt: transaction.now)
            try transaction.insert(blank)
        }
        try await office.say("Are you there?", to: office.writer)
        let model = ScriptedModel([.say("Yes.")])
        try await office.workUntilIdle(with: model)
        let told = try #require(model.requests.first).messages.dropFirst().map(\.words)
        #expect(told.allSatisfy { !$0.allSatisfy(\.isWhitespace) })
        #expect(told.contains { $0.contains("Hello") })
    }

    @Test func `a title that is too long is cut where a ticket is filed, and refused where one is changed`() async throws {
        let title = JSONValue.string(String(repeating: "plan ", count: 80))
        _ = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        try await office.say("We need a plan", to: office.manager)
        let model = ScriptedModel(
            [],
            otherwise: .decide { [office] request in
                guard case .user? = request.messages.last else { return .call("ask_human", ["question": "Why?"]) }
                if request.system.contains("You are Noor") { return .call("update_ticket", ["title": title]) }
                let engineer = JSONValue.string(office.engineer.id.rawValue)
                return .call("create_ticket", ["title": title, "description": "x", "assignee_id": engineer])
            })
        try await office.work(with: model) {
            try $0.exists("SELECT 1 FROM tickets WHERE title LIKE 'plan%'")
                && $0.exists("SELECT 1 FROM tool_calls WHERE tool_name = 'update_ticket'")
        }
        let tickets = try await office.all(Ticket.self)
        #expect(tickets.first?.title == "Write")
        #expect(tickets.allSatisfy { $0.title.utf8.count <= 200 })
        let refused = try await office.all(ToolCallRecord.self).first { $0.toolName == "update_ticket" }
        #expect(refused?.error?.contains("title") == true)
    }
}

extension ModelMessage {
    fileprivate var words: String {
        switch self {
        case .user(let text), .assistant(let text, _): text
        case .image: ""
        case .toolResult(_, _, let content, _): content
        }
    }
}
