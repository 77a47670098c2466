import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// Whatever employees do, a ticket that is not done has somebody with a next step, or says that it has not.
@Suite(.timeLimit(.minutes(10)))
struct StandingTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test(arguments: 1...6)
    func `wrong-headed employees leave no ticket standing without a word`(seed: UInt64) async throws {
        let random = Mutex(SeededRandom(seed: seed))
        let model = ScriptedModel([], otherwise: .decide { request in random.withLock { Whim.line(for: request, &$0) } })
        for title in ["One", "Two", "Three"] { _ = try await office.file(title, for: office.chief) }
        for _ in 0..<3 {
            try await office.workUntilIdle(with: model, limits: WorkLimits(steps: 5))
            #expect(try await office.broken() == [])
            let (luck, name) = random.withLock { ($0.next() % 2 == 0, $0.next() % 2 == 0) }
            try await office.store.write { [office] transaction in
                for question in try Question.list(of: office.company.id, status: .open, in: transaction) {
                    _ = try Question.answer(
                        question.id, of: office.company.id, with: question.options.value.first ?? "Yes.", by: office.owner.id,
                        in: transaction)
                }
                for ticket in try transaction.select(Ticket.self, "WHERE status = \(TicketStatus.blocked)") {
                    if luck {
                        try ticket.unblock(
                            cause: .manual, by: .user(office.owner.id.rawValue), chain: .root, in: transaction)
                    } else {
                        try ticket.assign(
                            to: name ? office.writer.id : office.manager.id, by: .user(office.owner.id), in: transaction)
                    }
                }
            }
        }
        try await office.workUntilIdle(with: model, limits: WorkLimits(steps: 5))
        #expect(try await office.broken() == [])
    }

    @Test func `a review that failed goes to its reviewer again when a person unblocks the ticket`() async throws {
        let ticket = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let refused = ModelError(.unauthorized, "The key was refused.", status: 401)
        let failing = ScriptedModel(
            [
                .call("write_document", ["name": "a.md", "content": "x"]),
                .call("complete_ticket", ["result": "Done.", "files": []]),
            ],
            otherwise: .fail(refused))
        try await office.workUntilIdle(with: failing)
        #expect(try await office.ticket(ticket.id).blockedReason?.contains("The key was refused.") == true)
        try await unblock(ticket)
        try await office.workUntilIdle(
            with: ScriptedModel([.call("review_ticket", ["outcome": "approved", "comment": "Good."])]))
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.broken() == [])
    }

    @Test func `handing in another ticket does not end the turn on this one`() async throws {
        let first = try await office.file("First", for: office.writer)
        let second = try await office.file("Second", for: office.writer)
        let model = ScriptedModel(
            [
                .call("write_document", ["name": "a.md", "content": "x"]),
                .call("complete_ticket", ["ticket_id": .string(second.id.rawValue), "result": "Done.", "files": ["a.md"]]),
                .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            ], otherwise: .call("review_ticket", ["outcome": "approved", "comment": "Good."]))
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(first.id).status == .done)
        #expect(try await office.ticket(second.id).status == .done)
        #expect(try await office.broken() == [])
    }

    @Test func `an id that is no ticket's means the ticket at hand where it is handed in or judged`() async throws {
        _ = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let wrong = JSONValue.string(office.engineer.id.rawValue)
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["ticket_id": wrong, "result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["ticket_id": wrong, "outcome": "approved", "comment": "Good."]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.all(Ticket.self).map(\.status) == [.done])
        #expect(model.requests.count == 3)
    }

    @Test func `a ticket that was blocked goes on when its parts are done`() async throws {
        let whole = try await office.file("Whole", for: office.manager)
        let part = try await office.store.write { transaction in
            let part = try Ticket.file(
                .init(title: "Part", assignee: office.writer.id, parent: whole.id), in: office.company.id,
                by: .user(office.owner.id), transaction)
            try Ticket.require(whole.id, of: office.company.id, in: transaction)
                .block("The model was confused.", by: .orchestrator, in: transaction)
            return part
        }
        try await office.store.write { transaction in
            try Ticket.require(part.id, of: office.company.id, in: transaction)
                .close(by: .user(office.owner.id.rawValue), in: transaction)
        }
        #expect(try await office.ticket(whole.id).status == .inProgress)
        #expect(try await office.all(WakeupRequest.self).contains { $0.cause == .childrenDone && $0.status == .pending })
    }

    @Test func `work on a ticket that is blocked before it began is taken back, and begins once when the ticket goes on`()
        async throws
    {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0)
                .block("We wait for the paper.", by: .user(office.owner.id.rawValue), in: $0)
        }
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty, "a blocked ticket is not worked on")
        try await unblock(ticket)
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled, .pending])
        #expect(try await office.broken() == [])
    }

    @Test func `work on a ticket that a person closes is stopped, and writes nothing more`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let script = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]), .call("write_document", ["name": "b.md", "content": "y"]),
        ])
        let model = Meanwhile(script, in: [1]) { [office] in
            try await office.store.write {
                try Ticket.require(ticket.id, of: office.company.id, in: $0)
                    .close(by: .user(office.owner.id.rawValue), in: $0)
            }
        }
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.all(Run.self).map(\.status) == [.cancelled])
        #expect(try await office.all(VaultFile.self).map(\.originalName) == ["a.md"])
        #expect(try await office.broken() == [])
    }

    @Test func `a reviewer is not offered to ask a person`() async throws {
        _ = try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "Done.", "files": []]),
            .call("ask_human", ["question": "Is it good?"]), .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.all(Question.self).isEmpty)
        #expect(try await office.all(Ticket.self).map(\.status) == [.done])
    }

    @Test func `a part cannot wait for what waits for the whole`() async throws {
        let whole = try await office.file("Whole", for: office.manager)
        let other = try await office.store.write { transaction in
            try Ticket.file(
                .init(title: "Other", assignee: office.writer.id, dependencies: [whole.id]), in: office.company.id,
                by: .user(office.owner.id), transaction)
        }
        for dependency in [whole.id, other.id] {
            await #expect(throws: RuleViolation.self) {
                try await office.store.write { transaction in
                    try Ticket.file(
                        .init(title: "Part", assignee: office.writer.id, dependencies: [dependency], parent: whole.id),
                        in: office.company.id, by: .user(office.owner.id), transaction)
                }
            }
        }
    }

    @Test func `a failed answer to a comment blocks nothing, and no failure blocks somebody else's ticket`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let refused = ModelError(.unauthorized, "The key was refused.", status: 401)
        let work = try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let work = try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction)
            try Ticket.require(ticket.id, of: office.company.id, in: transaction)
                .assign(to: office.engineer.id, by: .user(office.owner.id), in: transaction)
            return work
        }
        try await office.store.write { transaction in
            for one in work {
                try Run.finish(
                    nil, of: one, as: .failed(.model(refused.class), message: refused.message, partial: "", retryAt: nil),
                    totals: RunTotals(), message: nil, in: transaction)
            }
        }
        #expect(try await office.ticket(ticket.id).status != .blocked)
        #expect(try await office.broken() == [])
    }

    @Test func `a person who asks about a ticket that is done is answered, a colleague is not`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        try await office.store.write { transaction in
            try Ticket.require(ticket.id, of: office.company.id, in: transaction)
                .close(by: .user(office.owner.id.rawValue), in: transaction)
            try ticket.comment("Well done.", by: .employee(office.manager.id), in: transaction)
            try ticket.comment("Is it final?", by: .user(office.owner.id), in: transaction)
        }
        let model = ScriptedModel([], otherwise: .say("It is."))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try await office.all(Message.self).map(\.content).last == "It is.")
        #expect(try await office.ticket(ticket.id).status == .done)
    }

    @Test func `a goal without anybody to lead it goes to whoever is hired first`() async throws {
        let (company, goal) = try await office.store.write { transaction in
            let company = try Company.found(.init(name: "Empty"), systemRoles: [], by: office.owner.id, in: transaction)
            let goal = try Goal.set(.init(title: "Begin"), for: company.id, by: .user(office.owner.id), in: transaction)
            _ = try Employee.hire(
                .init(rolePackID: "test", roleID: "chief", roleMdSha: "", level: .officer, name: "Eva", title: "Chief"),
                into: company.id, by: .user(office.owner.id.rawValue), in: transaction)
            return (company, goal)
        }
        let ticket = try #require(try await office.all(Ticket.self).first { $0.goalID == goal.id })
        #expect(ticket.assigneeID != nil)
        #expect(try await office.all(WakeupRequest.self).filter { $0.companyID == company.id }.map(\.cause) == [.goal])
    }

    @Test func `work of another program's making is taken back at the start`() async throws {
        _ = try await office.file("Write", for: office.writer)
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE agent_wakeup_requests SET status = 'processing', attempt_count = 1")
        }
        let recovery = try await office.store.write { try ServerEpoch.begin(bootID: "one", process: 1, in: $0).recovery }
        #expect(recovery.workRequeued == 1)
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending])
    }

    @Test func `a person's comment gives work that waits a new beginning`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let spent = CauseChain(links: ["goal:x:y"], root: WakeupRequest.ID("an-earlier-wish"))
        try await office.store.write { transaction in
            try ticket.comment("One more thing.", by: .employee(office.manager.id), chain: spent, in: transaction)
            try ticket.comment("Is it so?", by: .user(office.owner.id), in: transaction)
        }
        let comment = try #require(try await office.all(WakeupRequest.self).first { $0.cause == .comment })
        #expect(comment.rootID == comment.id)
        #expect(comment.causeChain.value.count == 1)
    }

    private func unblock(_ ticket: Ticket) async throws {
        try await office.store.write { [office] transaction in
            try Ticket.require(ticket.id, of: office.company.id, in: transaction)
                .unblock(cause: .manual, by: .user(office.owner.id.rawValue), chain: .root, in: transaction)
        }
    }
}

/// What a model does that has understood little.
private enum Whim {
    static func line(for request: ModelRequest, _ random: inout SeededRandom) -> ScriptedModel.Line {
        func pick<Item>(_ items: [Item]) -> Item { items[Int(random.next() % UInt64(items.count))] }
        let ticket: JSONValue = pick(["#1", "#2", "#3", "#4", "#7", "nothing"])
        let somebody: JSONValue = pick(["Ada", "Grace", "Noor", "Jun"])
        let calls: [ScriptedModel.Line] = [
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            .call("complete_ticket", ["result": "Done.", "files": []]),
            .call("complete_ticket", ["ticket_id": ticket, "result": "Done.", "files": ["a.md"]]),
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("write_document", ["name": pick(["b.md", "c.md"]), "content": "y"]),
            .call("request_review", ["reviewer_id": somebody, "result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
            .call("review_ticket", ["ticket_id": ticket, "outcome": "approved", "comment": "Good."]),
            .call("review_ticket", ["outcome": "changes_requested", "comment": "More."]),
            .call("assign_ticket", ["ticket_id": ticket, "assignee_id": somebody]),
            .call("create_ticket", ["title": pick(["X", "Y", "Z"]), "description": "x", "assignee_id": somebody]),
            .call(
                "create_ticket",
                ["title": pick(["P", "Q"]), "description": "x", "assignee_id": somebody, "depends_on": .array([ticket])]),
            .call("ask_human", ["question": "May I?"]),
            .call("comment_on_ticket", ["ticket_id": ticket, "comment": "Hm."]),
            .call("send_message", ["recipient_id": somebody, "message": "And you?"]),
            .say("I will do it tomorrow."), .say(""), .end("Half of", .length),
            .fail(ModelError(pick([.unauthorized, .rateLimited, .brokenStream]), "No.")),
        ]
        return pick(calls)
    }
}
