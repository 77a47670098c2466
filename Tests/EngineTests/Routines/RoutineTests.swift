import Domain
import Engine
import FoundationEssentials
import Store
import TestSupport
import Testing

/// Work that recurs: what is due becomes a ticket, once, and the run ends as its ticket does.
@Suite(.timeLimit(.minutes(10)))
struct RoutineTests {
    private static let daily = RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00", timeZone: "Europe/Berlin")
    private let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `what is due becomes a ticket and one piece of work, is done, and leaves a checkpoint`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer, title: "Mail of {date}, {time}")
        try await office.steer(office.practice) { office in
            try await office.awaitNext(routine)
            try await office.until { try $0.exists("SELECT 1 FROM routine_runs WHERE status = 'success'") }
            try await office.untilIdle()
        }
        let run = try #require(try await office.runs(of: routine).first)
        let ticket = try await office.ticket(try #require(run.ticketID))
        #expect(ticket.title == "Mail of 2026-09-22, 09:00")
        #expect(ticket.description.contains("“Morning mail”"))
        #expect(ticket.labels.value == ["routine", "routine:morning-mail", "mail"])
        #expect(ticket.reporterKind == .system)
        #expect(ticket.status == .done)
        #expect(run.status == .success && run.finishedAt != nil && run.reason == .scheduled)
        let work = try await office.all(WakeupRequest.self).filter { $0.ticketID == ticket.id && $0.agentID == office.writer.id }
        #expect(work.first?.cause == .routine)
        #expect(work.first?.triggerID == routine.id.rawValue)
        #expect(work.count { $0.cause == .routine || $0.cause == .assignment } == 1)
        let checkpoints = try await office.all(RunCheckpoint.self)
        #expect(checkpoints.contains { $0.checkpointKind == .routineCompleted && $0.threadID == ticket.threadID })
        let now = try await office.routine(routine.id)
        #expect(now.lastRunStatus == .success)
        #expect(now.nextRunAt == run.scheduledFor.map { $0 + .seconds(86_400) })
        #expect(try await office.broken() == [])
    }

    @Test func `looking twice, or by two dispatchers, starts what is due once`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        for _ in 0..<3 { try await office.startDue() }
        try await office.restart()
        try await office.startDue()
        let run = try #require(try await office.runs(of: routine).first)
        #expect(try await office.runs(of: routine).count == 1)
        #expect(try await office.all(Ticket.self).count == 1)
        #expect(try await office.all(WakeupRequest.self).count == 1)
        var twin = run
        twin.id = RoutineRun.ID("twin")
        let copy = twin
        await #expect(throws: StoreError.self) { try await office.store.write { try $0.insert(copy) } }
    }

    @Test func `days without a server are one run, with a receipt for all others`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        let first = try #require(routine.nextRunAt)
        try await office.awaitNext(routine, and: .seconds(4 * 86_400 + 7200))
        try await office.startDue()
        let runs = try await office.runs(of: routine)
        #expect(runs.map(\.scheduledFor) == [first + .seconds(4 * 86_400)])
        let receipts = try await office.events(.routineRunSkipped)
        #expect(receipts.map { $0["reason"] } == ["missed"])
        #expect(receipts.first?["count"] == 4)
        #expect(receipts.first?["scheduled_for"]?.integer == first.milliseconds)
        let skips = try await office.store.read { try WorkSkip.list(of: office.company.id, in: $0) }
        #expect(skips.map(\.reason) == [.missed] && skips.map(\.count) == [4])
        #expect(try await office.routine(routine.id).nextRunAt == first + .seconds(5 * 86_400))
    }

    @Test func `a clock that is put back runs no moment twice`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer, overlap: .queue)
        try await office.awaitNext(routine)
        try await office.startDue()
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE routines SET next_run_at = \(routine.nextRunAt) WHERE id = \(routine.id)")
        }
        try await office.startDue()
        #expect(try await office.runs(of: routine).count == 1)
        #expect(try await office.events(.routineRunSkipped).map { $0["reason"] } == ["known"])
    }

    @Test func `a routine that is set up while the company works is run at its time`() async throws {
        try await office.steer(office.practice) { office in
            await office.wait { office.time.sleeperCount == 0 }
            let routine = try await office.plan(Self.daily, for: office.writer)
            try await office.awaitNext(routine)
            try await office.until { try $0.exists("SELECT 1 FROM routine_runs WHERE status = 'success'") }
        }
    }

    @Test func `an interval does not drift, however late a look is`() async throws {
        let routine = try await office.plan(RoutineSchedule(triggerKind: .interval, intervalMinutes: 90), for: office.writer)
        let start = office.time.now()
        #expect(routine.nextRunAt == start + .seconds(5400))
        office.time.advance(by: .seconds(5400 * 3 + 77))
        try await office.startDue()
        #expect(try await office.runs(of: routine).map(\.scheduledFor) == [start + .seconds(5400 * 3)])
        #expect(try await office.routine(routine.id).nextRunAt == start + .seconds(5400 * 4))
    }

    @Test func `while the ticket of the run before is open, runs are left out and say so`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        for _ in 0..<3 {
            try await office.awaitNext(routine)
            try await office.startDue()
        }
        let run = try #require(try await office.runs(of: routine).first)
        #expect(try await office.runs(of: routine).count == 1)
        let receipts = try await office.events(.routineRunSkipped)
        #expect(receipts.map { $0["reason"] } == ["previous_open", "previous_open"])
        #expect(receipts.first?["ticket_id"]?.string == run.ticketID?.rawValue)
        try await office.close(run)
        try await office.awaitNext(routine)
        try await office.startDue()
        #expect(try await office.runs(of: routine).map(\.status) == [.success, .running])
    }

    @Test func `runs that may overlap file their tickets all the same`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer, overlap: .queue)
        for _ in 0..<3 {
            try await office.awaitNext(routine)
            try await office.startDue()
        }
        #expect(try await office.runs(of: routine).count == 3)
        #expect(try await office.events(.routineRunSkipped).isEmpty)
    }

    @Test func `a paused company puts off what is due, says so once, and runs it once when it goes on`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        let (company, actor) = (office.company.id, EventActor.user(office.owner.id.rawValue))
        try await office.store.write { try Company.pause(company, by: actor, in: $0) }
        try await office.awaitNext(routine)
        for _ in 0..<3 { try await office.startDue() }
        #expect(try await office.runs(of: routine).isEmpty)
        #expect(try await office.events(.routineRunSkipped).map { $0["reason"] } == ["company_paused"])
        office.time.advance(by: .seconds(2 * 86_400))
        try await office.startDue()
        try await office.steer(office.practice) { office in
            try await office.store.write { try Company.resume(company, by: actor, in: $0) }
            try await office.until { try $0.exists("SELECT 1 FROM routine_runs WHERE status = 'success'") }
        }
        #expect(try await office.runs(of: routine).count == 1)
        #expect(try await office.events(.routineRunSkipped).map { $0["reason"] } == ["company_paused", "missed"])
    }

    @Test func `in a meeting the ticket is filed, and its work waits for the end`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.store.write {
            try WorkHold.place(.init(.meeting, ref: "m", on: office.company.id), by: .orchestrator, in: $0)
        }
        try await office.awaitNext(routine)
        try await office.startDue()
        #expect(try await office.runs(of: routine).count == 1)
        #expect(try await office.store.write { try WakeupRequest.claim(9, lease: .init(epoch: 1), in: $0) }.isEmpty)
    }

    @Test func `work for nobody is filed, and the run says so`() async throws {
        let routine = try await office.plan(Self.daily, for: nil)
        try await office.awaitNext(routine)
        try await office.startDue()
        let run = try #require(try await office.runs(of: routine).first)
        #expect(run.message == "Filed #1, which nobody is to do.")
        #expect(try await office.all(WakeupRequest.self).isEmpty)
    }

    @Test func `a run follows its ticket: blocked, taken up again, done`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        try await office.startDue()
        let run = try #require(try await office.runs(of: routine).first)
        let ticket = try await office.ticket(try #require(run.ticketID))
        try await office.store.write { try ticket.block("The model refuses.", by: .orchestrator, in: $0) }
        let failed = try #require(try await office.runs(of: routine).first)
        #expect(failed.status == .error && failed.errorMessage == "#1 is blocked: The model refuses.")
        #expect(try await office.routine(routine.id).lastRunStatus == .error)
        try await office.store.write { try office.ticket(ticket.id, in: $0).release(by: .orchestrator, in: $0) }
        #expect(try await office.runs(of: routine).map(\.status) == [.running])
        try await office.close(run)
        #expect(try await office.runs(of: routine).map(\.status) == [.success])
        let told = try await office.eventTypes().filter { $0.hasPrefix("routine.run") }
        #expect(told == ["routine.runStarted", "routine.runFailed", "routine.runStarted", "routine.runCompleted"])
    }

    @Test func `a run whose work is cancelled, or fails for good, says why`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        let model = ScriptedModel([], otherwise: .fail(ModelError(.unauthorized, "The key is wrong.")))
        try await office.steer(model) { office in
            try await office.until { try $0.exists("SELECT 1 FROM routine_runs WHERE status = 'error'") }
        }
        #expect(try await office.runs(of: routine).first?.errorMessage?.contains("The key is wrong.") == true)
    }

    @Test func `a question to a person is no failure`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        try await office.startDue()
        let id = try #require(try await office.runs(of: routine).first?.ticketID)
        try await office.store.write { transaction in
            _ = try Question.ask(
                "Red?", by: office.writer.id, on: office.ticket(id, in: transaction), thread: nil, run: nil,
                company: office.company.id, in: transaction)
        }
        #expect(try await office.runs(of: routine).map(\.status) == [.running])
    }

    @Test func `a run that an earlier server left without a ticket is settled at the next start`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.store.write { transaction in
            try transaction.insert(
                RoutineRun(
                    id: RoutineRun.ID("old"), companyID: office.company.id, routineID: routine.id, status: .running,
                    reason: .manual,
                    startedAt: transaction.now))
        }
        try await office.restart()
        #expect(try await office.runs(of: routine).map(\.status) == [.error])
        #expect(try await office.routine(routine.id).lastRunStatus == .error)
    }

    @Test func `whoever takes over gets what the routine files`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.dismiss(office.writer, to: office.engineer)
        try await office.awaitNext(routine)
        try await office.startDue()
        let ticket = try await office.ticket(try #require(try await office.runs(of: routine).first?.ticketID))
        #expect(ticket.assigneeID == office.engineer.id)
    }

    @Test func `with nothing due no model is asked, and the clock is not looked at each minute`() async throws {
        _ = try await office.plan(Self.daily, for: office.writer)
        let model = ScriptedModel([])
        try await office.steer(model) { office in
            await office.wait { office.time.sleeperCount > 0 }
            let sleepers = office.time.sleeperCount
            for _ in 0..<60 {
                office.time.advance(by: .seconds(60))
                await Task.yield()
            }
            #expect(office.time.sleeperCount == sleepers)
        }
        #expect(model.requests.isEmpty)
        #expect(try await office.all(RoutineRun.self).isEmpty)
    }
}

extension Office {
    func ticket(_ id: Ticket.ID, in transaction: any Transaction) throws -> Ticket {
        try Ticket.require(id, of: company.id, in: transaction)
    }
}
