import Domain
import Engine
import Store
import TestSupport
import Testing

/// Who leaves a meeting and who comes back to it, and what time counts.
@Suite(.timeLimit(.minutes(10)))
struct MeetingAbsenceTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `whoever was paused for a while speaks again in the next round, and that one is not begun anew`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(turns: 40, rounds: 3))
        try await pause(office.writer)
        try await office.speak(5)  // opening, the two others, and both again
        #expect(try await office.meeting(meeting.id).absent == [office.writer.id])
        try await resume(office.writer)
        try await resume(office.writer)
        try await office.hold(meeting, with: office.practice)
        let ended = try await office.meeting(meeting.id)
        #expect(ended.absent.isEmpty)
        #expect(ended.minutesMd?.contains("Noor Haddad, Content Writer: away for a while, paused") == true)
        let said = try await office.transcript(of: meeting)
        #expect(said.filter { $0 == "Team-X: Noor Haddad is back in the meeting." }.count == 1)
        let turns = try await office.turns(of: meeting.id).filter { $0.phase == .discussion }
        #expect(turns.map(\.round) == turns.map(\.round).sorted())
        #expect(turns.filter { $0.employeeID == office.writer.id }.allSatisfy { $0.round >= 2 })
        #expect(turns.contains { $0.employeeID == office.writer.id })
    }

    @Test func `a pause, a return and another pause are three things that are told`() async throws {
        let meeting = try await office.meet()
        try await pause(office.writer)
        try await resume(office.writer)
        try await pause(office.writer)
        try await office.hold(meeting, with: office.practice)
        let ended = try await office.meeting(meeting.id)
        #expect(ended.departures.value.map { $0.returnedAt != nil } == [true, false])
        #expect(ended.minutesMd?.contains("Noor Haddad, Content Writer: left, paused") == true)
        #expect(try await office.turns(of: meeting.id).allSatisfy { $0.employeeID != office.writer.id })
    }

    @Test func `a chair who is let go while speaking is followed in it by who takes over, and the meeting goes on`() async throws
    {
        let meeting = try await office.meet(attendees: [office.manager, office.writer, office.engineer])
        let model = HangingModel(then: office.practice)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            try await office.dismiss(office.chief, to: office.engineer)
            try await office.until { try $0.find(Meeting.self, meeting.id)?.status == .ended }
        }
        let ended = try await office.meeting(meeting.id)
        #expect(ended.chairID == office.engineer.id)
        #expect(ended.endReason == .completed)
        #expect(ended.minutesMd?.contains("Ada Moreau, Chief Executive Officer: left, no longer works here") == true)
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.first?.status == .skipped)
        #expect(turns.dropFirst().first?.employeeID == office.engineer.id)
        #expect(turns.dropFirst().allSatisfy { $0.employeeID != office.chief.id })
        #expect(try await office.broken() == [])
    }

    @Test func `an attendee who is let go before their turn is left out`() async throws {
        let meeting = try await office.meet()
        try await office.speak(1)
        try await office.dismiss(office.manager)
        try await office.hold(meeting, with: office.practice)
        #expect(try await office.meeting(meeting.id).endReason == .completed)
        #expect(try await office.turns(of: meeting.id).allSatisfy { $0.status != .spoken || $0.employeeID != office.manager.id })
        #expect(try await office.broken() == [])
    }

    @Test func `an item of somebody who was let go since becomes a ticket of who took over`() async throws {
        let meeting = try await office.meet(ticketsAtOnce: true)
        try await office.store.write { [office] transaction in
            _ = try Meeting.require(meeting.id, of: office.company.id, in: transaction).addItem(
                ActionItem(title: "Paint it", assigneeID: office.writer.id), in: transaction)
        }
        try await office.dismiss(office.writer)
        try await office.store.write { [office] in
            try Meeting.require(meeting.id, of: office.company.id, in: $0).end(
                now: true, by: .user(office.owner.id.rawValue), in: $0)
        }
        #expect(try await office.all(Ticket.self).map(\.assigneeID) == [office.manager.id])
    }

    @Test(arguments: [true, false])
    func `the time without a server is none of the meeting's`(orderly: Bool) async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(minutes: 30))
        try await office.speak(1)
        let deadline = try #require(try await office.meeting(meeting.id).deadlineAt)
        if orderly {
            office.time.advance(by: .seconds(60))
            try await office.store.write { transaction in
                let epoch: Int? = try transaction.value("SELECT max(epoch) FROM server_epochs")
                try ServerEpoch.end(epoch ?? 0, in: transaction)
            }
        }
        office.time.advance(by: .seconds(7200))
        try await office.speak(1)
        #expect(try await office.meeting(meeting.id).deadlineAt == deadline + .seconds(7200))
        try await office.hold(meeting, with: office.practice)
        #expect(try await office.meeting(meeting.id).endReason == .completed)
    }

    @Test func `a pause that lasts beyond a restart is counted once`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(minutes: 30))
        let deadline = try #require(try await office.meeting(meeting.id).deadlineAt)
        let (company, actor) = (office.company.id, EventActor.user(office.owner.id.rawValue))
        try await office.store.write { try Company.pause(company, by: actor, in: $0) }
        office.time.advance(by: .seconds(600))
        try await office.work(with: office.practice) { _ in true }
        office.time.advance(by: .seconds(600))
        try await office.store.write { try Company.resume(company, by: actor, in: $0) }
        #expect(try await office.meeting(meeting.id).deadlineAt == deadline + .seconds(1200))
    }

    @Test func `of two pauses that overlap each minute counts once`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(minutes: 30))
        let deadline = try #require(try await office.meeting(meeting.id).deadlineAt)
        let (company, actor) = (office.company.id, EventActor.user(office.owner.id.rawValue))
        let budget = WorkHold.Draft(.budget, on: company)
        try await office.store.write { try Company.pause(company, by: actor, in: $0) }
        office.time.advance(by: .seconds(300))
        try await office.store.write { _ = try WorkHold.place(budget, by: actor, in: $0) }
        office.time.advance(by: .seconds(100))
        try await office.store.write { try Company.resume(company, by: actor, in: $0) }
        office.time.advance(by: .seconds(200))
        try await office.store.write { _ = try WorkHold.lift(budget, by: actor, in: $0) }
        #expect(try await office.meeting(meeting.id).deadlineAt == deadline + .seconds(600))
    }

    private func pause(_ employee: Employee) async throws {
        try await office.store.write { [office] in
            try Employee.pause(employee.id, of: office.company.id, by: .user(office.owner.id.rawValue), in: $0)
        }
    }

    private func resume(_ employee: Employee) async throws {
        try await office.store.write { [office] in
            try Employee.resume(employee.id, of: office.company.id, by: .user(office.owner.id.rawValue), in: $0)
        }
    }
}
