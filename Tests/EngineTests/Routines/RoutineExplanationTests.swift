import Domain
import Engine
import FoundationEssentials
import Store
import TestSupport
import Testing

/// Why a routine does not run, state by state, with the one thing that changes it.
@Suite(.timeLimit(.minutes(10)))
struct RoutineExplanationTests {
    private static let daily = RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00", timeZone: "Europe/Berlin")
    private let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `one that is not due says until when, and how to run it now`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        let why = try await office.explain(routine)
        #expect(why.state == "waiting" && why.finding.reason == "scheduled")
        #expect(why.finding.until == routine.nextRunAt)
        #expect(why.finding.action?.command == "teamx routine run morning-mail")
    }

    @Test func `one that is switched off says how to switch it on`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer, enabled: false)
        let why = try await office.explain(routine)
        #expect(why.state == "idle" && why.finding.reason == "disabled")
        #expect(why.finding.action?.command == "teamx routine resume morning-mail")
    }

    @Test func `one of a paused company says so, and how to go on`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.store.write { try Company.pause(office.company.id, by: .user("o"), in: $0) }
        let why = try await office.explain(routine)
        #expect(why.finding.reason == "company_paused")
        #expect(why.finding.action?.command == "teamx company resume aurora")
    }

    @Test func `one whose ticket is open tells what holds that up`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        try await office.startDue()
        #expect(try await office.explain(routine).finding.reason == "previous_open")
        let id = try #require(try await office.runs(of: routine).first?.ticketID)
        try await office.store.write { try office.ticket(id, in: $0).block("No paper.", by: .orchestrator, in: $0) }
        let why = try await office.explain(routine)
        #expect(why.finding.reason == "previous_open" && why.finding.message.contains("No paper."))
        #expect(why.finding.action?.command == "teamx ticket unblock 1")
    }

    @Test func `one that runs says who is at it`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        try await office.awaitNext(routine)
        try await office.startDue()
        _ = try await office.store.write { try WakeupRequest.claim(1, lease: .init(epoch: 1), in: $0) }
        let why = try await office.explain(routine)
        #expect(why.state == "working" && why.finding.reason == "running")
        #expect(why.finding.message.contains("Noor Haddad"))
    }

    @Test func `one that is for nobody says how to name somebody`() async throws {
        let routine = try await office.plan(Self.daily, for: nil)
        let why = try await office.explain(routine)
        #expect(why.finding.reason == "unassigned" && why.finding.until == routine.nextRunAt)
        #expect(why.finding.action?.command?.contains("--assign") == true)
    }

    @Test(arguments: ["{broken", #"{"triggerKind":"daily"}"#, #"{"triggerKind":"interval","intervalMinutes":5}"#])
    func `one whose schedule is garbled is in the list, is broken, fails once when due, and asks for a new one`(
        json: String
    ) async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        let other = try await office.plan(Self.daily, for: office.engineer)
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE routines SET schedule_json = \(json) WHERE id = \(routine.id)")
        }
        #expect(try await office.store.read { try Routine.list(of: office.company.id, in: $0) }.count == 2)
        #expect(try await office.explain(routine).finding.reason == "broken")
        try await office.awaitNext(routine)
        for _ in 0..<2 { try await office.startDue() }
        #expect(try await office.runs(of: routine).map(\.status) == [.error])
        #expect(try await office.runs(of: other).map(\.status) == [.running])
        #expect(try await office.routine(routine.id).nextRunAt == nil)
        let mended = try await office.store.write {
            try Routine.require(routine.id, of: office.company.id, in: $0)
                .change(.init(schedule: Self.daily), by: .user(office.owner.id), in: $0)
        }
        #expect(mended.nextRunAt != nil)
        #expect(try await office.explain(routine).finding.reason == "scheduled")
    }

    @Test func `a row with words of another program is in the list, and keeps no other routine from running`() async throws {
        let routine = try await office.plan(Self.daily, for: office.writer)
        let other = try await office.plan(Self.daily, for: office.engineer)
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE routines SET trigger_kind = 'cron' WHERE id = \(routine.id)")
        }
        let listed = try await office.store.read { try Routine.list(of: office.company.id, in: $0) }
        #expect(listed.map { $0.flaw(in: .gmt) != nil } == [true, false])
        try await office.awaitNext(other)
        try await office.startDue()
        #expect(try await office.runs(of: other).map(\.status) == [.running])
        #expect(try await office.runs(of: routine).map(\.status) == [.error])
    }
}
