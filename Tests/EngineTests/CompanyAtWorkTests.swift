import Domain
import Engine
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct CompanyAtWorkTests {
    @Test func `a goal becomes tickets, documents and reviews until it is achieved`() async throws {
        let office = try await Office()
        let goal = try await office.store.write { transaction in
            try Goal.set(.init(title: "Open a repair café"), for: office.company.id, by: .user(office.owner.id), in: transaction)
        }
        try await office.work(with: PracticeProvider(time: office.time, pace: .zero)) {
            try $0.find(Goal.self, goal.id)?.status == .achieved
        }

        let tickets = try await office.all(Ticket.self)
        #expect(tickets.count == 4)
        #expect(tickets.allSatisfy { $0.status == .done && $0.closedAt != nil })
        #expect(tickets.map(\.assigneeID) == [office.chief.id, office.manager.id, office.writer.id, office.engineer.id])
        #expect(try await office.all(VaultFile.self).count >= 4)
        let reviews = try await office.all(TicketReview.self)
        #expect(reviews.filter { $0.status == .approved }.count == 3)
        #expect(try await office.all(Run.self).allSatisfy { $0.status == .success })
        #expect(try await office.broken() == [])
    }

    @Test func `a person's message is answered once, however often it is sent`() async throws {
        let office = try await Office()
        let model = ScriptedModel([], otherwise: .say("Good morning."))
        for _ in 0..<3 {
            try await office.store.write { transaction in
                let thread = try Thread.direct(
                    office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
                try Message.post("Hello", to: thread, by: .user(office.owner.id), clientKey: "k1", in: transaction)
            }
        }
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try await office.all(Message.self).map(\.content) == ["Hello", "Good morning."])
        #expect(try await office.broken() == [])
    }

    @Test func `a dependency holds a ticket back until it is done`() async throws {
        let office = try await Office()
        let first = try await office.file("First", for: office.writer)
        let second = try await office.store.write { transaction in
            try Ticket.file(
                .init(title: "Second", assignee: office.engineer.id, dependencies: [first.id]), in: office.company.id,
                by: .user(office.owner.id), transaction)
        }
        #expect(second.status == .blocked)
        try await office.workUntilIdle(with: PracticeProvider(time: office.time, pace: .zero))
        let runs = try await office.all(Run.self)
        let order = runs.filter { $0.ticketID == first.id || $0.ticketID == second.id }.compactMap(\.ticketID)
        #expect(order.first == first.id)
        #expect(try await office.ticket(first.id).status == .done)
        #expect(try await office.ticket(second.id).status == .done)
    }

    @Test func `a paused company starts nothing, and goes on when it is resumed`() async throws {
        let office = try await Office()
        try await office.store.write { try Company.pause(office.company.id, by: .user("o"), in: $0) }
        let ticket = try await office.file("Write it", for: office.writer)
        let model = PracticeProvider(time: office.time, pace: .zero)
        try await office.work(with: model) { _ in true }
        #expect(try await office.all(Run.self).isEmpty)
        try await office.store.write { try Company.resume(office.company.id, by: .user("o"), in: $0) }
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
    }

    @Test func `a pause in the middle of a turn keeps the step that was just made`() async throws {
        let office = try await Office()
        _ = try await office.file("Write it", for: office.writer)
        let script = ScriptedModel([.call("write_document", ["name": "draft.md", "content": "Half of it."])])
        let model = DuringCall(model: script) {
            try await office.store.write { try Company.pause(office.company.id, by: .user("o"), in: $0) }
        }
        try await office.work(with: model) { try $0.exists("SELECT 1 FROM runs WHERE status <> 'running'") }
        #expect(script.requests.count == 1)
        #expect(try await office.all(VaultFile.self).map(\.originalName) == ["draft.md"])
        #expect(try await office.all(ToolCallRecord.self).map(\.status) == [.success])
        #expect(try await office.all(Run.self).map(\.promptTokens) == [1000])
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending])
        #expect(try await office.broken() == [])
    }

    @Test func `idle employees cost nothing`() async throws {
        let office = try await Office(time: ManualTime())
        let model = ScriptedModel([])
        try await office.work(with: model) { _ in
            office.time.advance(by: .seconds(86_400))
            return true
        }
        #expect(model.requests.isEmpty)
        #expect(try await office.all(Run.self).isEmpty)
    }

    @Test func `a question blocks the ticket until a person answers`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Choose a name", for: office.writer)
        let model = ScriptedModel([
            .call("ask_human", ["question": "Which name?", "kind": "choice", "options": ["Spark", "Ember"]]),
            .call("write_document", ["name": "name.md", "content": "Ember it is."]),
            .call("complete_ticket", ["result": "Named.", "files": ["name.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Fine."]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        let question = try #require(try await office.all(Question.self).first)
        await #expect(throws: RuleViolation.self) {
            try await office.store.write {
                try Question.answer(question.id, of: office.company.id, with: "Coal", by: office.owner.id, in: $0)
            }
        }
        try await office.store.write {
            _ = try Question.answer(question.id, of: office.company.id, with: "Ember", by: office.owner.id, in: $0)
        }
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.broken() == [])
    }

    @Test func `one wish does not lead to work without end, and the tickets say so`() async throws {
        let office = try await Office()
        _ = try await office.file("Split", for: office.manager)
        // The wish has led to much already.
        try await office.store.write { [office] transaction in
            let root = try transaction.select(WakeupRequest.self, "LIMIT 1").first?.id
            for number in 0..<(CauseChain.workLimit - 20) {
                try WakeupRequest.enqueue(
                    .init(
                        agent: office.engineer.id, cause: .manual, trigger: nil, thread: nil, dedupe: .once("\(number)"),
                        chain: CauseChain(links: [], root: root)), of: office.company.id, in: transaction)
            }
            try transaction.execute(
                "UPDATE agent_wakeup_requests SET status = 'completed' WHERE agent_id = \(office.engineer.id)")
        }
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                .call(
                    "create_ticket",
                    [
                        "title": .string("Part \(request.messages.count)"), "description": "More.",
                        "assignee_id": .string(
                            request.system.contains("You are Ada") ? office.manager.id.rawValue : office.chief.id.rawValue),
                    ])
            })
        try await office.workUntilIdle(with: model, limits: WorkLimits(steps: 6))
        let queued = try await office.all(WakeupRequest.self)
        #expect(queued.count == CauseChain.workLimit)
        #expect(try await office.all(Ticket.self).count <= 25)
        #expect(try await office.all(ToolCallRecord.self).contains { $0.error?.contains("one wish of a person") == true })
        #expect(try await office.broken() == [])

        // Whoever lets a ticket go on begins anew.
        try await office.store.write { [office] transaction in
            let ticket = try transaction.select(Ticket.self, "ORDER BY number LIMIT 1").first
            try ticket?.block("Look at this.", by: .orchestrator, in: transaction)
            try ticket?.unblock(cause: .manual, by: .user(office.owner.id.rawValue), chain: .root, in: transaction)
        }
        #expect(try await office.all(WakeupRequest.self).count == CauseChain.workLimit + 1)
    }

    @Test func `two colleagues cannot keep each other busy for ever`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Talk", for: office.writer)
        let names = [office.writer.id: "Jun", office.engineer.id: "Noor"]
        _ = ticket
        let asked = Mutex(0)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                let isWriter = request.system.contains("Noor Haddad")
                if case .toolResult? = request.messages.last { return .say("Sent.") }
                return .call(
                    "send_message",
                    [
                        "recipient_id": .string((isWriter ? names[office.writer.id] : names[office.engineer.id]) ?? ""),
                        "message": .string("And you, \(asked.withLock { $0 += 1; return $0 })?"),
                    ])
            })
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count < 60)
        #expect(try await office.eventTypes().contains("work.skipped"))
        #expect(try await office.broken() == [])
    }
}

/// A model during whose calls something else happens.
private struct DuringCall: ModelProvider {
    let model: ScriptedModel
    let happening: @Sendable () async throws -> Void

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        try await happening()
        try await model.stream(request, onEvent: onEvent)
    }
}
