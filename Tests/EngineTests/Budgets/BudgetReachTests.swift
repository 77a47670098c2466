import Domain
import Engine
import Store
import TestSupport
import Testing

/// Which calls a budget counts.
@Suite(.timeLimit(.minutes(10)))
struct BudgetReachTests {
    @Test func `a digest is reserved and charged like a turn, and waits like one`() async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        let policy = try await office.budget("0.5")
        try await office.store.write { transaction in
            let thread = try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            _ = try WakeupRequest.enqueue(
                .init(
                    agent: office.writer.id, cause: .digest, trigger: thread.id.rawValue, thread: thread.id,
                    dedupe: .pending("digest:\(thread.id)"), chain: .root), of: office.company.id, in: transaction)
            _ = try transaction.execute(
                """
                INSERT INTO messages (id, thread_id, author_id, author_kind, content, created_at)
                VALUES ('m', \(thread.id), \(office.owner.id), 'user', 'Tea is green.', 1)
                """)
        }
        let model = ScriptedModel([], otherwise: .say("They like tea."))
        try await office.steer(model) { office in
            try await office.untilHeld()
            #expect(model.requests.isEmpty)
            #expect(try await office.reasons() == ["budget"])
            try await office.raise(policy, to: "5")
            try await office.untilIdle()
        }
        #expect(model.requests.count == 1)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.all(BudgetReservation.self).map(\.state) == [.settled])
        #expect(try await office.all(RunCheckpoint.self).isEmpty)
        #expect(try await office.broken() == [])
    }

    @Test func `a meeting stands still when the money ends, and goes on to its minutes`() async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        let policy = try await office.budget("3")
        let meeting = try await office.meet(limits: .init(costUsd: Money("500")))
        try await office.steer(ScriptedModel([], otherwise: .say("A few words."))) { office in
            try await office.untilHeld()
            #expect(try await office.meeting(meeting.id).status == .active)
            #expect(try await office.meeting(meeting.id).costUsd == Money("3"))
            #expect(try await office.status() == .paused)
            try await office.raise(policy, to: "1000")
            try await office.until { try $0.find(Meeting.self, meeting.id)?.status == .ended }
        }
        #expect(try await office.meeting(meeting.id).minutesMd != nil)
        let runs = try await office.all(Run.self).count { $0.status == .success }
        #expect(try await office.stand(of: policy).spent.nanoDollars == Int64(runs) * 1_000_000_000)
        #expect(try await office.broken() == [])
    }

    @Test func `a meeting goes on without an attendee whose own money has ended`() async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        try await office.budget("0", for: office.writer)
        let meeting = try await office.meet(limits: .init(costUsd: Money("500")))
        try await office.hold(meeting, with: ScriptedModel([], otherwise: .say("A few words.")))
        let spoken = try await office.turns(of: meeting.id).filter { $0.status == .spoken }
        #expect(!spoken.isEmpty)
        #expect(!spoken.contains { $0.employeeID == office.writer.id })
        #expect(try await office.broken() == [])
    }

    @Test func `a call of unknown price is refused where there is a budget, and says why`() async throws {
        var office = try await Office()
        office.pricing = NoPricing()
        try await office.store.write { [office] transaction in
            _ = try Provider.put(
                Provider.Draft(
                    id: Provider.ID("cloud"), name: "Cloud", kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                    defaultModel: "m",
                    privacyTier: .openSourceCloud), by: .user("o"), in: transaction)
            _ = try Company.change(settings: ["provider_id": "cloud"], of: office.company.id, by: .user("o"), in: transaction)
        }
        try await office.budget("10")
        let ticket = try await office.file("Write", for: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.ticket(ticket.id).blockedReason?.contains("not known") == true)
        #expect(try await office.broken() == [])
    }

    @Test func `what runs on this machine needs no price`() async throws {
        var office = try await Office()
        office.pricing = NoPricing()
        let policy = try await office.budget("10")
        try await office.store.write { [office] in
            _ = try Company.change(settings: ["provider_id": "practice"], of: office.company.id, by: .user("o"), in: $0)
        }
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try await office.stand(of: policy).spent == .zero)
        #expect(try await office.all(BudgetReservation.self).isEmpty)
    }

    @Test func `a routine's budget stops the routine's work, and the next month it is tried again`() async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        let routine = try await office.routine()
        let policy = try await office.budget("0.5", for: routine)
        try await office.store.write { transaction in
            let thread = try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            _ = try WakeupRequest.enqueue(
                .init(
                    agent: office.writer.id, cause: .routine, trigger: routine.id.rawValue, thread: thread.id,
                    dedupe: .once("r"), chain: .root), of: office.company.id, in: transaction)
        }
        let model = ScriptedModel([])
        try await office.steer(model) { office in
            try await office.until { try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE next_retry_at IS NOT NULL") }
            #expect(model.requests.isEmpty)
            #expect(try await office.reasons() == ["budget"])
            #expect(try await office.stand(of: policy).isHolding, "it waits for nothing else")
            let thread = try await office.say("Hello", to: office.engineer)
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE thread_id = \(thread) AND status = 'success'") }
            try await office.raise(policy, to: "2")
            try await office.untilIdle()
        }
        #expect(try await !office.stand(of: policy).isHolding)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        let booked = try await office.all(BudgetLedgerEntry.self).filter { $0.scopeKind == .routine }
        #expect(booked.map(\.budgetPolicyID) == [policy.id])
        #expect(try await office.broken() == [])
    }

    @Test func `all work on a ticket that a routine has filed counts for the routine`() async throws {
        let office = try await Office.ofDollars()
        let routine = try await office.routine()
        let policy = try await office.budget("10", for: routine)
        let ticket = try await office.file("Report", for: office.writer, by: .employee(office.manager.id))
        try await office.store.write { transaction in
            try transaction.insert(
                RoutineRun(
                    id: transaction.makeID(), companyID: office.company.id, routineID: routine.id, status: .success,
                    reason: .scheduled, startedAt: transaction.now, ticketID: ticket.id))
        }
        let model = ScriptedModel([
            .call("write_document", ["name": "a.md", "content": "x"]),
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.stand(of: policy).spent == Money("3"))
        #expect(try await office.broken() == [])
    }
}

extension Office {
    fileprivate func routine() async throws -> Routine {
        try await store.write { transaction in
            let routine = Routine(
                id: transaction.makeID(), companyID: company.id, name: "Report", slug: "report", triggerKind: .daily,
                createdAt: transaction.now, updatedAt: transaction.now)
            try transaction.insert(routine)
            return routine
        }
    }

    fileprivate func budget(_ cap: String, for routine: Routine) async throws -> BudgetPolicy {
        try await store.write { transaction in
            try BudgetPolicy.set(
                .init(scopeKind: .routine, scopeRefID: routine.id.rawValue, hardCapUsd: Money(cap)), for: company.id, by: actor,
                in: transaction)
        }
    }
}
