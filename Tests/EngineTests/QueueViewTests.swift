import Domain
import Engine
import Store
import TestSupport
import Testing

/// What the queue says of why work waits, and what people do with it.
@Suite(.timeLimit(.minutes(10)))
struct QueueViewTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `what is next says so, and what goes on waits for nothing`() async throws {
        try await office.say("Hello", to: office.writer)
        #expect(try await reasons() == ["order"])
        _ = try await claim()
        #expect(try await reasons() == [nil])
    }

    @Test func `each reason is named, with what would change it`() async throws {
        let (company, actor) = (office.company.id, EventActor.user("o"))
        try await office.say("Hello", to: office.writer)
        let steps: [(String, String?, @Sendable (any Transaction) throws -> Void)] = [
            (
                "employee_paused", "teamx employee resume \(office.writer.id)",
                {
                    try Employee.pause(office.writer.id, of: company, by: actor, in: $0)
                }
            ),
            ("meeting", "teamx meeting end m", { try WorkHold.place(.init(.meeting, ref: "m", on: company), by: actor, in: $0) }),
            ("budget", nil, { try WorkHold.place(.init(.budget, ref: "p", on: company), by: actor, in: $0) }),
            ("company_paused", "teamx company resume aurora", { try Company.pause(company, by: actor, in: $0) }),
            ("archived", "teamx company restore aurora", { try Company.archive(company, by: actor, in: $0) }),
        ]
        for (reason, command, hold) in steps {
            try await office.store.write { try hold($0) }
            let found = try await findings().first ?? nil
            #expect(found?.reason == reason)
            #expect(found?.action?.command == command)
        }
    }

    @Test func `time, a busy employee, a full provider and full slots are reasons`() async throws {
        try await office.say("Hello", to: office.writer)
        _ = try await claim()
        try await office.say("And again", to: office.writer)
        #expect(try await reasons() == [nil, "employee_busy"])
        try await office.say("And this", to: office.writer)
        #expect(try await reasons() == [nil, "employee_busy"], "what waits for one answer is one piece of work")
        try await office.say("Hello", to: office.engineer)
        #expect(try await reasons() == [nil, "employee_busy", "order"])
        #expect(try await reasons(slots: 1) == [nil, "employee_busy", "slot"])
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE providers SET config_json = '{\"concurrency_cap\": 1}'")
            _ = try transaction.execute("UPDATE agent_wakeup_requests SET provider_id = 'anthropic' WHERE status = 'processing'")
        }
        #expect(try await reasons() == [nil, "employee_busy", "cap"])
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "UPDATE agent_wakeup_requests SET scheduled_for = \(transaction.now + .seconds(60)) WHERE agent_id = \(office.engineer.id)"
            )
        }
        #expect(try await reasons() == [nil, "employee_busy", "scheduled"])
    }

    @Test func `work is moved up, run now, and taken back`() async throws {
        for employee in [office.writer, office.engineer, office.manager] { try await office.say("Hello", to: employee) }
        let company = office.company.id
        let last = try #require(try await queue().last)
        _ = try await office.store.write { try WakeupRequest.moveUp(last.id, of: company, by: .user(office.owner.id), in: $0) }
        #expect(try await queue().first?.id == last.id)
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "UPDATE agent_wakeup_requests SET next_retry_at = \(transaction.now + .seconds(600)) WHERE agent_id = \(office.engineer.id)"
            )
        }
        let retried = try #require(try await queue().first { $0.agentID == office.engineer.id })
        _ = try await office.store.write { try WakeupRequest.runNow(retried.id, of: company, by: .user(office.owner.id), in: $0) }
        #expect(try await claim(1).map(\.id) == [retried.id])
        await #expect(throws: RuleViolation.self) {
            try await office.store.write { try WakeupRequest.cancel(retried.id, of: company, by: .user(office.owner.id), in: $0) }
        }
        let taken = try await office.store.write {
            try WakeupRequest.cancel(last.id, of: company, by: .user(office.owner.id), in: $0)
        }
        #expect(taken.status == .cancelled)
    }

    @Test func `a ticket whose work is taken back says who did it`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let work = try #require(try await queue().first)
        _ = try await office.store.write {
            try WakeupRequest.cancel(work.id, of: office.company.id, by: .user(office.owner.id), in: $0)
        }
        let blocked = try await office.ticket(ticket.id)
        #expect(blocked.status == .blocked)
        #expect(blocked.blockedReason?.contains("cancelled by") == true)
        #expect(try await office.broken() == [])
    }

    @Test func `a ticket explains itself, condition by condition`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let other = try await office.file("Before", for: office.engineer)
        #expect(try await explain(ticket) == "order")
        _ = try await claim(1)
        #expect(try await explain(ticket) == "working")
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "UPDATE tickets SET dependencies_json = \(JSONColumn([other.id])) WHERE id = \(ticket.id)")
        }
        #expect(try await explain(ticket) == "dependency")
        try await office.store.write { transaction in
            _ = try Question.ask(
                "Red?", by: office.writer.id, on: try Ticket.require(ticket.id, of: office.company.id, in: transaction),
                thread: nil,
                run: nil, company: office.company.id, in: transaction)
        }
        #expect(try await explain(ticket) == "question")
        try await office.store.write { try ticket.close(by: .orchestrator, in: $0) }
        #expect(try await explain(ticket) == "done")
    }

    @Test func `quiet hours hold the company while they last`() async throws {
        let noon = Timestamp(milliseconds: 1_789_992_000_000)  // 2026-09-21, 12:00 UTC
        let time = ManualTime(at: noon)
        let office = try await Office(time: time)
        try await office.store.write { transaction in
            _ = try Company.change(
                settings: ["quiet_hours": ["from": "14:30", "to": "06:00", "time_zone": "Europe/Berlin"]],
                of: office.company.id, by: .user("o"), in: transaction)
        }
        #expect(try await office.store.write { try QuietHours.settle(in: $0) } == noon + .seconds(1800))
        #expect(try await office.store.read { try Company.require(office.company.id, in: $0).status } == .running)
        time.advance(by: .seconds(1800))
        #expect(try await office.store.write { try QuietHours.settle(in: $0) } == noon + .seconds(16 * 3600))
        #expect(try await office.store.read { try Company.require(office.company.id, in: $0).status } == .paused)
        try await office.store.write { transaction in
            _ = try Company.change(settings: ["quiet_hours": .null], of: office.company.id, by: .user("o"), in: transaction)
        }
        #expect(try await office.store.write { try QuietHours.settle(in: $0) } == nil)
        #expect(try await office.store.read { try Company.require(office.company.id, in: $0).status } == .running)
    }

    private func explain(_ ticket: Ticket) async throws -> String {
        let model = OneModel(ScriptedModel([]))
        return try await office.store.read { transaction in
            let ticket = try Ticket.require(ticket.id, of: office.company.id, in: transaction)
            return try Explanation.of(ticket, on: DispatchTerms(providers: model, slots: 6), in: transaction).finding.reason
        }
    }

    private func findings(slots: Int = 6) async throws -> [Finding?] {
        let model = OneModel(ScriptedModel([]))
        return try await office.store.read { transaction in
            var view = try QueueView(on: DispatchTerms(providers: model, slots: slots), in: transaction)
            return try WakeupRequest.queue(of: office.company.id, in: transaction).map { try view.wait(of: $0) }
        }
    }

    private func reasons(slots: Int = 6) async throws -> [String?] { try await findings(slots: slots).map { $0?.reason } }

    private func queue() async throws -> [WakeupRequest] {
        try await office.store.read { try WakeupRequest.queue(of: office.company.id, in: $0) }
    }

    private func claim(_ limit: Int = 10) async throws -> [WakeupRequest] {
        try await office.store.write { try WakeupRequest.claim(limit, lease: .init(epoch: 1), in: $0) }
    }
}
