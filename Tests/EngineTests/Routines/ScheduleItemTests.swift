import Domain
import Engine
import Store
import TestSupport
import Testing

/// The calendar wakes whom an entry is for, once, at its time.
@Suite(.timeLimit(.minutes(10)))
struct ScheduleItemTests {
    private let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `whom an entry is for is woken once at its time, is told of it, and answers the owner`() async throws {
        let item = try await enter(at: .seconds(3600), text: "Ask for the price of 500 leaflets.")
        let model = ScriptedModel([], otherwise: .say("I called: 90 euros."))
        try await office.steer(model) { office in
            office.time.advance(by: .seconds(3599))
            #expect(model.requests.isEmpty)
            office.time.advance(by: .seconds(2))
            try await office.untilIdle()
            office.time.advance(by: .seconds(86_400))
            try await office.untilIdle()
        }
        #expect(model.requests.count == 1)
        let told = model.requests.first?.text ?? ""
        #expect(told.contains("The time has come") && told.contains("title: Call the printer"))
        #expect(told.contains("Ask for the price of 500 leaflets."))
        let thread = try await office.store.write {
            try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: $0)
        }
        #expect(try await office.said(in: thread.id) == ["I called: 90 euros."])
        #expect(try await office.item(item).status == .scheduled)
    }

    @Test func `an entry about a ticket is answered in the ticket's discussion, and does not wait for the ticket`() async throws {
        let ticket = try await office.file("Print leaflets", for: office.engineer)
        _ = try await enter(at: .seconds(60), ticket: ticket.id)
        try await office.store.write { try ticket.block("No paper.", by: .orchestrator, in: $0) }
        office.time.advance(by: .seconds(61))
        let model = ScriptedModel([], otherwise: .say("The printer is closed."))
        try await office.steer(model) { try await $0.untilIdle() }
        #expect(model.requests.first?.text.contains("ticket: #1 Print leaflets") == true)
        let thread = try #require(try await office.ticket(ticket.id).threadID)
        #expect(try await office.said(in: thread) == ["The printer is closed."])
    }

    @Test func `a reminder comes before, and says that it is one`() async throws {
        _ = try await enter(at: .seconds(7200), reminder: .seconds(3600))
        let model = ScriptedModel([], otherwise: .say("All is ready."))
        try await office.steer(model) { office in
            office.time.advance(by: .seconds(3601))
            try await office.until { try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'completed'") }
            #expect(model.requests.map { $0.text.contains("You are reminded") } == [true])
            office.time.advance(by: .seconds(3600))
            try await office.untilIdle()
        }
        #expect(model.requests.map { $0.text.contains("You are reminded") } == [true, false])
    }

    @Test func `an entry that is past wakes at once when it is made, and not when it is changed`() async throws {
        let item = try await enter(at: .seconds(-60))
        #expect(try await waiting() == [office.time.now()])
        let model = ScriptedModel([])
        try await office.steer(model) { try await $0.untilIdle() }
        for change in [
            Self.changes { $0.title = "Something else" }, Self.changes { $0.priority = .critical },
            Self.changes { $0.startsAt = Timestamp(milliseconds: 1_789_999_000_000) },
            Self.changes { $0.assignee = .some(office.engineer.id) },
        ] { try await office.change(item, change) }
        #expect(try await waiting().isEmpty)
        let later = office.time.now() + .seconds(60)
        try await office.change(item, Self.changes { $0.startsAt = later })
        #expect(try await waiting() == [later], "what is to come wakes again")
    }

    @Test func `there and back again is one piece of work`() async throws {
        let item = try await enter(at: .seconds(3600))
        let (first, second) = (office.time.now() + .seconds(3600), office.time.now() + .seconds(7200))
        for moment in [second, first, second, first] { try await office.change(item, Self.changes { $0.startsAt = moment }) }
        #expect(try await waiting() == [first])
    }

    @Test(arguments: [ScheduleStatus.completed, .cancelled])
    func `what is over wakes nobody, and is planned again when it is taken up`(status: ScheduleStatus) async throws {
        let item = try await enter(at: .seconds(3600), reminder: .seconds(60))
        #expect(try await waiting().count == 2)
        try await office.change(item, ScheduleItem.Changes(status: status))
        #expect(try await waiting().isEmpty)
        try await office.change(item, ScheduleItem.Changes(status: .scheduled))
        #expect(try await waiting().count == 2)
        #expect(try await office.item(item).completedAt == nil)
        try await office.store.write { try office.item(item, in: $0).delete(by: .user(office.owner.id), in: $0) }
        #expect(try await waiting().isEmpty)
    }

    @Test func `whoever takes over is woken in place of who left`() async throws {
        let item = try await enter(at: .seconds(3600))
        try await office.dismiss(office.writer, to: office.engineer)
        #expect(try await office.item(item).assigneeID == office.engineer.id)
        let work = try await office.all(WakeupRequest.self).filter { $0.status == .pending && $0.cause == .schedule }
        #expect(work.map(\.agentID) == [office.engineer.id])
        #expect(try await office.item(item).wakeupRequestID == work.first?.id)
    }

    private func enter(
        at moment: Duration, reminder: Duration? = nil, text: String = "", ticket: Ticket.ID? = nil
    ) async throws -> ScheduleItem.ID {
        let now = office.time.now()
        let draft = ScheduleItem.Draft(
            title: "Call the printer", description: text, startsAt: now + moment, reminderAt: reminder.map { now + $0 },
            ticket: ticket, assignee: office.writer.id)
        return try await office.store.write {
            try ScheduleItem.enter(draft, of: office.company.id, by: .user(office.owner.id), in: $0).id
        }
    }

    /// When the work of the calendar that waits is due.
    private func waiting() async throws -> [Timestamp] {
        try await office.all(WakeupRequest.self).filter { $0.status == .pending && $0.cause == .schedule }.map(\.scheduledFor)
    }

    private static func changes(_ edit: (inout ScheduleItem.Changes) -> Void) -> ScheduleItem.Changes {
        var changes = ScheduleItem.Changes()
        edit(&changes)
        return changes
    }
}

extension Office {
    func item(_ id: ScheduleItem.ID) async throws -> ScheduleItem { try await store.read { try item(id, in: $0) } }

    func item(_ id: ScheduleItem.ID, in transaction: any Transaction) throws -> ScheduleItem {
        try ScheduleItem.require(id, of: company.id, in: transaction)
    }

    func change(_ id: ScheduleItem.ID, _ changes: ScheduleItem.Changes) async throws {
        _ = try await store.write { try item(id, in: $0).change(changes, by: .user(owner.id), in: $0) }
    }
}

extension ModelRequest {
    /// All that people and the program say in it.
    fileprivate var text: String {
        messages.compactMap { if case .user(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    }
}
