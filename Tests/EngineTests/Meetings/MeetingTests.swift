import Domain
import Engine
import Gateway
import Store
import TestSupport
import Testing

/// Meetings from the call to the minutes.
@Suite(.timeLimit(.minutes(10)))
struct MeetingTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test(arguments: MeetingMode.allCases)
    func `employees talk, take positions and leave with minutes, a decision and action items`(mode: MeetingMode) async throws {
        let meeting = try await office.meet(mode: mode)
        #expect(try await office.status() == .meeting)
        try await office.hold(meeting, with: office.practice)

        let ended = try await office.meeting(meeting.id)
        let turns = try await office.turns(of: meeting.id)
        #expect(ended.endReason == .completed)
        #expect(turns.first?.phase == .opening)
        #expect(turns.last?.phase == .closing)
        #expect(Set(turns.map(\.employeeID)).count == 4)
        #expect(turns.allSatisfy { $0.status == .spoken && $0.messageID != nil && $0.runID != nil })
        #expect(ended.decisions.value.count == 1)
        #expect(ended.actionItems.value.count == 2)
        #expect(ended.actionItems.value.allSatisfy { $0.assigneeID != nil && $0.dueAt != nil && $0.ticketID == nil })
        #expect(ended.positions.value.map(\.stance).sorted { $0.rawValue < $1.rawValue } == [.agree, .agree, .disagree])
        let minutes = try #require(ended.minutesMd)
        for heading in ["Agenda", "Attendance", "Decisions", "Positions and dissent", "Action items", "Summary by the chair"] {
            #expect(minutes.contains("## \(heading)"))
        }
        #expect(minutes.contains("**disagrees**"))
        #expect(try await office.status() == .running)
        #expect(try await office.all(Employee.self).allSatisfy { $0.status == .idle })
        #expect(try await office.all(Ticket.self).isEmpty)
        #expect(try await office.broken() == [])
        let types = try await office.eventTypes()
        #expect(types.count { $0 == "meeting.turn" } == turns.count)
        #expect(types.count { $0 == "meeting.ended" } == 1)
    }

    @Test func `in a directed meeting the chair's word gives the floor, and it ends the discussion`() async throws {
        let meeting = try await office.meet(mode: .chairDirected)
        try await office.hold(meeting, with: office.practice)
        let discussed = try await office.turns(of: meeting.id).filter { $0.phase == .discussion }
        #expect(discussed.filter { $0.employeeID != office.chief.id }.allSatisfy { $0.reason == .floor && $0.question != nil })
        #expect(discussed.last?.closesDiscussion == true)
    }

    @Test func `only what belongs in a meeting is offered there`() async throws {
        let meeting = try await office.meet()
        let model = ScriptedModel([], otherwise: .say("I agree."))
        try await office.hold(meeting, with: model)
        let offered = Set(model.requests.flatMap { $0.tools.map(\.name) })
        #expect(
            offered == [
                "list_colleagues", "search_files", "record_decision", "add_action_item", "state_position", "pass_floor",
            ])
        let attendee = model.requests.filter { $0.system.hasPrefix("You are Noor Haddad") }.flatMap { $0.tools.map(\.name) }
        #expect(!attendee.contains("record_decision"))
    }

    @Test func `everybody is told the agenda, who is there, and who said what`() async throws {
        let meeting = try await office.meet("Which colour shall it have?")
        let model = ScriptedModel([], otherwise: .say("I would take green."))
        try await office.hold(meeting, with: model)
        let last = try #require(model.requests.last)
        guard case .user(let situation) = last.messages.first else {
            Issue.record("no situation")
            return
        }
        #expect(situation.contains("Which colour shall it have?"))
        #expect(situation.contains("Noor Haddad, Content Writer, attendee"))
        #expect(situation.contains("phase: closing"))
        #expect(last.messages.contains(.user("Jun Ito:\n```quoted\nI would take green.\n```")))
    }

    @Test func `action items become tickets at once where the call says so, each once and with its owner`() async throws {
        let meeting = try await office.meet(ticketsAtOnce: true)
        try await office.hold(meeting, with: office.practice)
        let items = try await office.meeting(meeting.id).actionItems.value
        let tickets = try await office.all(Ticket.self).filter { $0.parentTicketID == nil }
        #expect(tickets.count == 2)
        #expect(items.compactMap(\.ticketID) == tickets.map(\.id))
        #expect(tickets.map(\.assigneeID) == items.map(\.assigneeID))
        #expect(tickets.allSatisfy { $0.dueAt != nil && $0.description.contains(meeting.id.rawValue) })
        try await office.workUntilIdle(with: office.practice)
        #expect(try await office.all(Ticket.self).filter { $0.parentTicketID == nil }.allSatisfy { $0.status == .done })
    }

    @Test func `a confirmed item becomes one ticket, however often it is confirmed`() async throws {
        let meeting = try await office.meet()
        try await office.hold(meeting, with: office.practice)
        for _ in 0..<2 {
            try await office.store.write { transaction in
                let ended = try Meeting.require(meeting.id, of: office.company.id, in: transaction)
                _ = try ended.confirmItem(1, by: .user(office.owner.id), in: transaction)
            }
        }
        let tickets = try await office.all(Ticket.self)
        #expect(tickets.count == 1)
        let queued = try await office.all(WakeupRequest.self).filter { $0.ticketID == tickets.first?.id }
        #expect(queued.map(\.cause) == [.assignment])
    }

    @Test func `the minutes lie in the vault, also when the server ended before they were filed`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(turns: 2))
        try await office.store.write { transaction in
            try Meeting.require(meeting.id, of: office.company.id, in: transaction).end(
                now: true, by: .user(office.owner.id.rawValue), in: transaction)
        }
        #expect(try await office.all(VaultFile.self).isEmpty)
        try await office.work(with: office.practice) { try $0.exists("SELECT 1 FROM file_vault") }
        let file = try #require(try await office.all(VaultFile.self).first)
        #expect(file.tags.value == ["minutes"])
        #expect(try await office.meeting(meeting.id).minutesFileID == file.id)
    }

    @Test func `the company's other work waits for the end and then goes on`() async throws {
        let meeting = try await office.meet()
        let ticket = try await office.file("Write it", for: office.writer)
        try await office.hold(meeting, with: office.practice)
        #expect(
            try await office.all(Run.self).filter { $0.ticketID == ticket.id }.allSatisfy { $0.startedAt >= meeting.startedAt })
        try await office.workUntilIdle(with: office.practice)
        #expect(try await office.ticket(ticket.id).status == .done)
        let order = try await office.all(Run.self).map { $0.threadID == meeting.threadID }
        #expect(order == order.sorted { $0 && !$1 }, "first the meeting, then the rest")
    }
}
