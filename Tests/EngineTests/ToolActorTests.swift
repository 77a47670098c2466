import Domain
import Engine
import Store
import TestSupport
import Testing

/// What an employee changes with a tool is told with the employee's name.
@Suite(.timeLimit(.minutes(10)))
struct ToolActorTests {
    struct Deed: Sendable, CustomTestStringConvertible {
        let event: EventType
        let who: @Sendable (Office) -> Employee
        let calls: @Sendable (Office, Ticket) -> [(String, JSONValue)]

        var testDescription: String { event.rawValue }

        init(
            _ event: EventType, by who: @escaping @Sendable (Office) -> Employee = { $0.writer },
            calls: @escaping @Sendable (Office, Ticket) -> [(String, JSONValue)]
        ) {
            self.event = event
            self.who = who
            self.calls = calls
        }
    }

    private static let document: (String, JSONValue) = ("write_document", ["name": "a.md", "content": "x"])

    static let deeds = [
        Deed(.vaultFileCreated) { _, _ in [document] },
        Deed(.ticketAttachmentAdded) { _, _ in [document] },
        Deed(.ticketUpdated) { _, _ in [("update_ticket", ["title": "Write it well"])] },
        Deed(.ticketBlocked) { _, _ in [("update_ticket", ["blocked_reason": "No ink."])] },
        Deed(.ticketCommentAdded) { _, _ in [("comment_on_ticket", ["comment": "Half of it."])] },
        Deed(.questionAsked) { _, _ in [("ask_human", ["question": "Red?"])] },
        Deed(.reviewRequested) { _, _ in [document, ("complete_ticket", ["result": "Written.", "files": []])] },
        Deed(.reviewRequested) { office, _ in
            let reviewer = JSONValue.string(office.engineer.id.rawValue)
            return [document, ("request_review", ["reviewer_id": reviewer, "result": "Written.", "files": []])]
        },
        Deed(.messageAgentToAgent) { office, _ in
            [("send_message", ["recipient_id": .string(office.engineer.id.rawValue), "message": "Hello."])]
        },
        Deed(.ticketCreated, by: { $0.chief }) { office, _ in
            let engineer = JSONValue.string(office.engineer.id.rawValue)
            return [("create_ticket", ["title": "Build", "description": "x", "assignee_id": engineer])]
        },
        Deed(.ticketAssigned, by: { $0.chief }) { office, ticket in
            let engineer = JSONValue.string(office.engineer.id.rawValue)
            return [("assign_ticket", ["ticket_id": .string(ticket.id.rawValue), "assignee_id": engineer])]
        },
    ]

    @Test(arguments: deeds)
    func `whatever a tool changes is one event, by the employee who used it`(deed: Deed) async throws {
        let office = try await Office()
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        try await office.say("Have a look", to: office.chief)
        let employee = deed.who(office)
        let calls = deed.calls(office, ticket)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                let done = request.messages.count { if case .toolResult = $0 { true } else { false } }
                // What is answered to a colleague's message is another turn.
                guard case .user(let situation)? = request.messages.first, !situation.contains("colleague_message"),
                    request.system.contains("You are \(employee.name)"), calls.indices.contains(done)
                else { return .say("Done.") }
                return .call(calls[done].0, calls[done].1)
            })
        try await office.workUntilIdle(with: model)
        let events = try await office.store.read { [office] in
            try Event.page(of: office.company.id, after: 0, limit: 10_000, in: $0)
        }
        let own = events.filter {
            $0.eventType == deed.event.rawValue && $0.actorKind == .employee && $0.actorID == employee.id.rawValue
        }
        let failures = try await office.all(ToolCallRecord.self).compactMap(\.error)
        #expect(own.count == 1, "\(failures)")
        #expect(try await office.broken() == [])
    }

    @Test func `a review is told with the reviewer's name, and the ticket that it closes too`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "It is written.", "files": []]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        try await office.workUntilIdle(with: model)
        let closed = try await office.ticket(ticket.id)
        #expect(closed.status == .done)
        #expect(closed.closedAt != nil)
        let events = try await office.store.read { [office] in
            try Event.page(of: office.company.id, after: 0, limit: 10_000, in: $0)
        }
        for type in ["review.completed", "ticket.closed"] {
            #expect(events.filter { $0.eventType == type }.map(\.actorID) == [office.manager.id.rawValue], "\(type)")
        }
    }
}
