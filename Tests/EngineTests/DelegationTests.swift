import Domain
import Engine
import Store
import TestSupport
import Testing

/// What employees ask of one another: a word stays a word, work becomes one ticket and one turn.
@Suite(.timeLimit(.minutes(10)))
struct DelegationTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `a colleague who is given work has one ticket in one thread, and is at it with one turn`() async throws {
        let call = ScriptedModel.Line.call(
            "create_ticket",
            ["title": "Write the plan", "description": "One page.", "assignee_id": .string(office.writer.id.rawValue)])
        try await office.say("We need a plan", to: office.manager)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                if request.system.contains("You are Noor") { return .hang }
                guard case .toolResult? = request.messages.last else { return call }
                return .say("Noor writes it.")
            })
        try await office.work(with: model) { [writer = office.writer.id] in
            try $0.exists("SELECT 1 FROM runs WHERE employee_id = \(writer) AND status = 'running'")
                && !$0.exists("SELECT 1 FROM agent_wakeup_requests WHERE agent_id <> \(writer) AND status <> 'completed'")
        }
        let ticket = try #require(try await office.all(Ticket.self).first)
        #expect(try await office.all(Ticket.self).count == 1)
        #expect(ticket.status == .inProgress)
        #expect(ticket.reporterID == office.manager.id.rawValue)
        let work = try await office.all(WakeupRequest.self).filter { $0.agentID == office.writer.id }
        #expect(work.map(\.cause) == [.assignment])
        let threads = try await office.all(Thread.self).filter { $0.kind == .ticket }
        #expect(threads.map(\.id) == [ticket.threadID])
        let members = try await office.store.read { try threads.first?.members(in: $0).map(\.memberID) ?? [] }
        #expect(Set(members) == [office.owner.id.rawValue, office.manager.id.rawValue, office.writer.id.rawValue])
    }

    @Test func `a ticket that is given to somebody is open until they begin`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        #expect(ticket.status == .open)
        try await office.work(with: ScriptedModel([], otherwise: .hang)) {
            try $0.exists("SELECT 1 FROM runs WHERE status = 'running'")
        }
        #expect(try await office.ticket(ticket.id).status == .inProgress)
        #expect(try await office.eventTypes().count { $0 == "ticket.updated" } == 1)
    }

    @Test(arguments: [
        ("Noor Haddad", "yourself"), ("Nobody Here", "nobody here"), ("Wren Holt", "nobody here"), ("Grace Lind", ""),
    ])
    func `a colleague's message goes to a colleague and stays a message`(recipient: String, refusal: String) async throws {
        try await office.store.write { [office] transaction in
            let other = try Company.found(.init(name: "Borealis"), systemRoles: [], by: office.owner.id, in: transaction)
            _ = try Employee.hire(
                .init(rolePackID: "test", roleID: "w", roleMdSha: "", level: .ic, name: "Wren Holt", title: "Writer"),
                into: other.id, by: .user(office.owner.id.rawValue), in: transaction)
        }
        let foreign = try await office.all(Employee.self).first { $0.name == "Wren Holt" }?.id.rawValue ?? ""
        let id = recipient == "Wren Holt" ? foreign : recipient
        try await office.say("Pass it on", to: office.writer)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                guard request.system.contains("You are Noor"), case .user? = request.messages.last else { return .say("Thanks.") }
                return .call("send_message", ["recipient_id": .string(id), "message": "Good morning."])
            })
        try await office.workUntilIdle(with: model)
        let call = try #require(try await office.all(ToolCallRecord.self).first)
        if refusal.isEmpty {
            #expect(call.status == .success)
            #expect(try await office.all(Message.self).contains { $0.content == "Good morning." })
        } else {
            #expect(call.status == .error)
            #expect(call.error?.lowercased().contains(refusal) == true, "\(call.error ?? "")")
            #expect(try await !office.all(Message.self).contains { $0.content == "Good morning." })
        }
        #expect(try await office.all(Ticket.self).isEmpty)
    }

    @Test func `a comment wakes the owner and whoever is named, each once, and nobody who only wrote there before`() async throws
    {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .call("ask_human", ["question": "Red?"])))
        func comment(_ text: String, by author: Author) async throws -> [WakeupRequest] {
            let before = Set(try await office.all(WakeupRequest.self).map(\.id))
            try await office.store.write { [office] in
                _ = try Ticket.require(ticket.id, of: office.company.id, in: $0).comment(text, by: author, in: $0)
            }
            let new = try await office.all(WakeupRequest.self).filter { !before.contains($0.id) }
            try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("I see.")))
            return new
        }
        #expect(try await comment("I would take blue.", by: .employee(office.engineer.id)).map(\.agentID) == [office.writer.id])
        #expect(try await comment("How far is it?", by: .user(office.owner.id)).map(\.agentID) == [office.writer.id])
        let named = try await comment(
            "@Noor Haddad, ask @Grace Lind, @Noor Haddad. @Grace Lind knows.", by: .user(office.owner.id))
        #expect(Set(named.map(\.agentID)) == [office.writer.id, office.manager.id])
        #expect(named.count == 2)
    }
}
