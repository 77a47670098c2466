import Domain
import Engine
import Store
import TestSupport
import Testing

/// What a budget does to work.
@Suite(.timeLimit(.minutes(10)))
struct BudgetTests {
    let office: Office

    init() async throws { office = try await .ofDollars(time: ManualTime()) }

    private static let writing: [ScriptedModel.Line] = [
        .call("write_document", ["name": "a.md", "content": "x"]),
        .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
        .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
    ]

    private func write() async throws -> Ticket {
        try await office.file("Write", for: office.writer, by: .employee(office.manager.id))
    }

    @Test func `a call is reserved before it is made and settled after it`() async throws {
        let policy = try await office.budget("10")
        try await office.say("Hello", to: office.writer)
        let hanging = HangingModel(then: ScriptedModel([]))
        try await office.steer(hanging) { office in
            await office.wait { !hanging.requests.isEmpty }
            #expect(try await office.stand(of: policy).reserved == Money("1"))
            #expect(try await office.stand(of: policy).remaining == Money("9"))
            #expect(try await office.all(BudgetReservation.self).map(\.state) == [.held])
            try await office.stopRun()
            try await office.untilIdle()
        }
        let stand = try await office.stand(of: policy)
        #expect((stand.spent, stand.reserved) == (try Money("1"), .zero))
        #expect(try await office.all(BudgetReservation.self).map(\.state) == [.settled])
        let entries = try await office.all(BudgetLedgerEntry.self)
        #expect(entries.map(\.scopeKind) == [.company, .employee])
        #expect(entries.map(\.budgetPolicyID) == [policy.id, nil])
        #expect(try entries.allSatisfy { $0.amountUsd == (try Money("1")) })
        #expect(try await office.broken() == [])
    }

    @Test func `without a budget nothing is reserved`() async throws {
        _ = try await write()
        try await office.workUntilIdle(with: ScriptedModel(Self.writing))
        #expect(try await office.all(BudgetReservation.self).isEmpty)
        #expect(try await office.all(BudgetMonth.self).isEmpty)
    }

    @Test func `work stops where the money ends, says so, and goes on there when the budget is raised`() async throws {
        let policy = try await office.budget("1")
        let ticket = try await write()
        let model = ScriptedModel(Self.writing)
        try await office.steer(model) { office in
            try await office.untilHeld()
            #expect(model.requests.count == 1)
            let company = try await office.store.read { try Company.require(office.company.id, in: $0) }
            #expect(company.status == .paused)
            let work = try #require(try await office.all(WakeupRequest.self).first)
            #expect((work.status, work.attemptCount, work.failureCount) == (.pending, 0, 0))
            let run = try #require(try await office.all(Run.self).first)
            #expect((run.status, run.errorClass) == (.cancelled, "budget"))
            let checkpoint = try #require(try await office.all(RunCheckpoint.self).first)
            #expect(checkpoint.checkpointKind == .budgetBlocked)
            #expect(checkpoint.blockers.value.map(\.refID) == [policy.id.rawValue])
            #expect(checkpoint.resumedAt == nil)
            #expect(try await office.reasons() == ["budget"])
            let terms = office.workplace(model).terms
            let why = try await office.store.read {
                try Explanation.of(Ticket.require(ticket.id, of: office.company.id, in: $0), on: terms, in: $0)
            }
            #expect(why.state == "waiting")
            #expect(why.finding.ref == policy.id.rawValue)
            #expect(why.finding.message.contains("the next model call may cost up to $"))
            #expect(why.finding.until == (try await office.stand(of: policy).month.end))
            #expect(why.finding.action?.method == "PATCH")
            #expect(why.finding.action?.command?.hasPrefix("teamx budget set") == true)
            await #expect(throws: RuleViolation.self) {
                try await office.store.write { _ = try checkpoint.resume(by: office.actor, in: $0) }
            }

            try await office.raise(policy, to: "10")
            try await office.untilIdle()
        }
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(model.requests.count == 3)
        let second = try #require(model.requests.dropFirst().first)
        #expect(second.messages.contains { if case .toolResult(_, "write_document", _, false) = $0 { true } else { false } })
        #expect(try await office.all(VaultFile.self).count == 1)
        let checkpoint = try #require(try await office.all(RunCheckpoint.self).first)
        #expect(checkpoint.wakeupID == (try await office.all(WakeupRequest.self).first?.id))
        #expect(try await office.stand(of: policy).spent == Money("3"))
        let types = try await office.eventTypes()
        #expect(types.count { $0 == "budget.warning" } == 1)
        #expect(types.count { $0 == "budget.exceeded" } == 1)
        #expect(!types.contains("budget.companyPaused"))
        #expect(try await office.broken() == [])
    }

    @Test func `an employee's budget stops that employee and nobody else`() async throws {
        let policy = try await office.budget("1", for: office.writer)
        let ticket = try await write()
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                guard request.system.contains("Noor") else { return .say("Hello.") }
                if case .toolResult? = request.messages.last {
                    return .call("complete_ticket", ["result": "Done.", "files": ["a.md"]])
                }
                return .call("write_document", ["name": "a.md", "content": "x"])
            })
        try await office.steer(model) { office in
            try await office.untilHeld()
            #expect(
                try await office.store.read { try WorkHold.list(of: office.company.id, in: $0) }.map(\.employeeID) == [
                    office.writer.id
                ])
            #expect(try await office.status(of: office.writer) == .blocked)
            let thread = try await office.say("Hello", to: office.engineer)
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE thread_id = \(thread) AND status = 'success'") }
            #expect(try await office.reasons() == ["budget"])
            let why = try await office.store.read { try Explanation.of(office.writer, on: office.workplace(model).terms, in: $0) }
            #expect(why.finding.ref == policy.id.rawValue)
            try await office.raise(policy, to: "2")
            try await office.until { try TicketReview.pending(on: ticket.id, in: $0) != nil }
        }
        #expect(try await office.stand(of: policy).spent == Money("2"))
        try await office.restart()
        #expect(try await office.broken() == [])
    }

    @Test func `a budget that pauses the company says that it did`() async throws {
        let policy = try await office.budget("1", for: office.writer, autoPause: true)
        _ = try await write()
        try await office.steer(ScriptedModel(Self.writing)) { office in try await office.untilHeld() }
        #expect(try await office.store.read { try WorkHold.list(of: office.company.id, in: $0) }.map(\.employeeID) == [nil])
        #expect(try await office.eventTypes().count { $0 == "budget.companyPaused" } == 1)
        try await office.change(policy, .init(autoPause: false))
        #expect(try await office.store.read { try Company.require(office.company.id, in: $0).status } == .running)
    }

    @Test func `with the next month the work goes on by itself`() async throws {
        let policy = try await office.budget("2")
        let ticket = try await write()
        let model = ScriptedModel(Self.writing)
        try await office.steer(model) { office in
            try await office.untilHeld()
            #expect(model.requests.count == 2)
            let end = try await office.stand(of: policy).month.end
            await office.wait { office.time.sleeperCount > 0 }
            office.time.advance(by: end - office.time.now() - .milliseconds(1))
            #expect(try await office.stand(of: policy).spent == Money("2"))
            office.time.advance(by: .milliseconds(1))
            try await office.untilIdle()
        }
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.all(BudgetMonth.self).map(\.spentNano) == [2_000_000_000, 1_000_000_000])
        #expect(try await office.broken() == [])
    }
}
