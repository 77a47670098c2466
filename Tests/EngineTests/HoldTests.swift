import Domain
import Store
import TestSupport
import Testing

/// Why a company or an employee does not work, reason by reason.
@Suite(.timeLimit(.minutes(10)))
struct HoldTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `what a pause keeps waiting has its receipt, and each is told again after an hour`() async throws {
        try await office.say("Hello", to: office.writer)
        let (company, actor) = (office.company.id, EventActor.user(office.owner.id.rawValue))
        try await office.store.write { try Company.pause(company, by: actor, in: $0) }
        let receipts = try await office.store.read { try WorkSkip.list(of: company, in: $0) }
        #expect(receipts.map(\.reason) == [.companyPaused])
        #expect(receipts.map(\.employeeID) == [office.writer.id])
        for _ in 0..<4 {
            office.time.advance(by: .seconds(50 * 60))
            try await office.say("Hello again", to: office.engineer)
        }
        let told = try await office.eventTypes().count { $0 == "work.skipped" }
        #expect(told == 3, "that the company is paused, and the first and the last of three repetitions")
    }

    @Test func `clearing one reason never lifts another`() async throws {
        let company = office.company.id
        let meeting = WorkHold.Draft(.meeting, ref: "m1", on: company)
        let budget = WorkHold.Draft(.budget, ref: "p1", on: company)
        #expect(try await status { try WorkHold.place(meeting, by: .orchestrator, in: $0) } == .meeting)
        #expect(try await status { try WorkHold.place(budget, by: .orchestrator, in: $0) } == .paused)
        #expect(try await status { try Company.pause(company, by: .orchestrator, in: $0) } == .paused)
        #expect(try await status { try WorkHold.lift(budget, by: .orchestrator, in: $0) } == .paused)
        #expect(try await status { try Company.resume(company, by: .orchestrator, in: $0) } == .meeting)
        #expect(try await status { try WorkHold.lift(meeting, by: .orchestrator, in: $0) } == .running)
    }

    @Test func `two meetings' reasons are two, and a reason placed twice is one`() async throws {
        let company = office.company.id
        for ref in ["m1", "m2", "m1"] {
            _ = try await status { try WorkHold.place(.init(.meeting, ref: ref, on: company), by: .orchestrator, in: $0) }
        }
        #expect(
            try await status { try WorkHold.lift(.init(.meeting, ref: "m1", on: company), by: .orchestrator, in: $0) } == .meeting
        )
        #expect(
            try await status { try WorkHold.lift(.init(.meeting, ref: "m2", on: company), by: .orchestrator, in: $0) } == .running
        )
    }

    @Test func `a company that is closed down is archived whatever else holds it`() async throws {
        let company = office.company.id
        _ = try await status { try Company.pause(company, by: .orchestrator, in: $0) }
        #expect(try await status { try Company.archive(company, by: .orchestrator, in: $0) } == .archived)
        #expect(try await status { try Company.restore(company, by: .orchestrator, in: $0) } == .paused)
    }

    @Test func `a paused employee does nothing while the others go on, and what waited is done afterwards`() async throws {
        let owner = office.owner.id.rawValue
        try await office.say("Hello", to: office.writer)
        try await office.say("Hello", to: office.engineer)
        try await office.store.write {
            try Employee.pause(office.writer.id, of: office.company.id, by: .user(owner), in: $0)
        }
        #expect(try await claim() == [office.engineer.id])
        try await office.store.write {
            try Employee.resume(office.writer.id, of: office.company.id, by: .user(owner), in: $0)
        }
        #expect(try await claim() == [office.writer.id])
    }

    @Test func `a company's pause does not lift that of an employee`() async throws {
        let (company, owner) = (office.company.id, office.owner.id.rawValue)
        try await office.say("Hello", to: office.writer)
        try await office.store.write { transaction in
            try Employee.pause(office.writer.id, of: company, by: .user(owner), in: transaction)
            try Company.pause(company, by: .user(owner), in: transaction)
            try Company.resume(company, by: .user(owner), in: transaction)
        }
        #expect(try await claim() == [])
    }

    @Test func `a meeting waits for the work that goes on, and then only it goes on`() async throws {
        let company = office.company.id
        try await office.say("Hello", to: office.writer)
        let first = try await office.store.write { try WakeupRequest.claim(10, lease: .init(epoch: 1), in: $0) }
        try await office.say("Hello", to: office.engineer)
        try await office.store.write { transaction in
            try WorkHold.place(.init(.meeting, ref: "m", on: company), by: .orchestrator, in: transaction)
            try WakeupRequest.enqueue(
                .init(agent: office.chief.id, cause: .meetingTurn, trigger: "m", thread: nil, dedupe: .once("m:1"), chain: .root),
                of: company, in: transaction)
        }
        #expect(try await claim() == [])
        try await office.store.write { transaction in
            for work in first {
                try Run.finish(nil, of: work, as: .putOff("meeting"), totals: RunTotals(), message: nil, in: transaction)
            }
        }
        #expect(try await claim() == [office.chief.id])
    }

    @Test(arguments: [
        ([HoldReason](), CompanyStatus.running), ([.meeting], .meeting), ([.user], .paused), ([.budget], .paused),
        ([.quietHours], .paused), ([.meeting, .quietHours], .paused), ([.archived, .user, .meeting], .archived),
    ])
    func `the state follows from the reasons`(reasons: [HoldReason], status: CompanyStatus) {
        #expect(CompanyStatus(heldFor: reasons) == status)
        #expect(status.allows(.message) == (status == .running))
        #expect(status.allows(.meetingTurn) == (status == .running || status == .meeting))
    }

    private func status(after change: @escaping @Sendable (any Transaction) throws -> any Sendable) async throws -> CompanyStatus
    {
        try await office.store.write { transaction in
            _ = try change(transaction)
            return try Company.require(office.company.id, in: transaction).status
        }
    }

    private func claim() async throws -> [Employee.ID] {
        try await office.store.write { try WakeupRequest.claim(10, lease: .init(epoch: 1), in: $0).map(\.agentID) }
    }
}
