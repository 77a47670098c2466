import Domain
import Engine
import Store
import TestSupport
import Testing

/// What a meeting may not be, and what it does when something happens in the middle of it.
@Suite(.timeLimit(.minutes(10)))
struct MeetingRuleTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `of many who call a meeting at the same time one succeeds, and the others change nothing`() async throws {
        let office = office
        let count = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { (try? await office.meet()) != nil }  // refused is what is counted
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(count == 1)
        #expect(try await office.all(Meeting.self).count == 1)
        #expect(try await office.all(Thread.self).count == 1)
        #expect(try await office.all(WorkHold.self).count == 1)
        #expect(try await office.all(WakeupRequest.self).count == 1)
    }

    @Test(arguments: ["agenda", "chair_id", "attendee_ids", "limits.turns", "limits.cost_usd", "goal_id"])
    func `a call that is wrong says where, and changes nothing`(field: String) async throws {
        var call = Meeting.Call(chair: office.chief.id, attendees: [office.writer.id], agenda: "Colours")
        switch field {
        case "agenda": call.agenda = "  "
        case "chair_id": call.chair = .init("nobody")
        case "attendee_ids": call.attendees = [office.writer.id, office.writer.id]
        case "limits.turns": call.limits.turns = 0
        case "limits.cost_usd": call.limits.costUsd = .zero
        default: call.goal = .init("none")
        }
        let wrong = call
        let before = try await office.eventTypes().count
        do {
            _ = try await office.store.write {
                try Meeting.call(wrong, of: office.company.id, by: .user(office.owner.id), in: $0)
            }
            Issue.record("it was called")
        } catch RuleViolation.invalid(let named, _, _) {
            #expect(named == field)
        }
        #expect(try await office.eventTypes().count == before)
        #expect(try await office.all(Thread.self).isEmpty)
        #expect(try await office.status() == .running)
    }

    @Test func `whoever is paused cannot be invited`() async throws {
        try await pause(office.writer)
        await #expect(throws: RuleViolation.self) { try await office.meet() }
    }

    @Test func `what a person says is answered next by whom they name, and the meeting goes on where it was`() async throws {
        let meeting = try await office.meet()
        try await office.speak(2)
        try await interject("@jun what would it cost?", in: meeting)
        try await office.speak(1)
        let answered = try #require(try await office.turns(of: meeting.id).last { $0.status == .spoken })
        #expect(answered.employeeID == office.engineer.id)
        #expect(answered.reason == .interjection)
        try await office.hold(meeting, with: office.practice)
        let round = try await office.turns(of: meeting.id).filter { $0.reason == .round && $0.round == 1 }
        #expect(round.map(\.employeeID) == [office.manager.id, office.writer.id, office.engineer.id])
    }

    @Test func `without a name the chair answers, and whoever is called on speaks next`() async throws {
        let meeting = try await office.meet()
        try await office.speak(1)
        try await interject("Is that all?", in: meeting)
        try await office.store.write { transaction in
            try Meeting.require(meeting.id, of: office.company.id, in: transaction)
                .callOn(office.writer.id, question: "And you?", by: .user(office.owner.id), in: transaction)
        }
        try await office.speak(2)
        let turns = try await office.turns(of: meeting.id).filter { $0.reason.isOfPerson }
        #expect(turns.map(\.employeeID) == [office.chief.id, office.writer.id])
        #expect(turns.map(\.reason) == [.interjection, .calledOn])
    }

    @Test func `a message in the meeting's thread is an interjection, and one after the end is refused`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(turns: 2))
        try await office.store.write { transaction in
            let thread = try Thread.require(meeting.threadID, of: office.company.id, in: transaction)
            try Message.post("Hello all", to: thread, by: .user(office.owner.id), in: transaction)
        }
        #expect(try await office.turns(of: meeting.id).map(\.reason) == [.interjection])
        try await office.hold(meeting, with: office.practice)
        await #expect(throws: RuleViolation.conflict("The meeting has ended.")) { try await interject("Wait", in: meeting) }
    }

    @Test(arguments: [
        (Meeting.Limits(turns: 3), MeetingEndReason.turns), (Meeting.Limits(costUsd: Money(nanoDollars: 20_000_000)), .cost),
        (Meeting.Limits(minutes: 1), .minutes),
    ])
    func `a meeting that reaches a limit ends, with minutes`(limits: Meeting.Limits, reason: MeetingEndReason) async throws {
        let meeting = try await office.meet(limits: limits)
        let time = office.time
        let model = ScriptedModel(
            [],
            otherwise: .decide { _ in
                time.advance(by: .seconds(11))
                return .say("A few words.")
            })
        try await office.hold(meeting, with: model)
        let ended = try await office.meeting(meeting.id)
        #expect(ended.endReason == reason)
        #expect(ended.minutesMd?.contains("at the limit of") == true)
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.count <= (limits.turns ?? 100) + 1)
        #expect(try await office.status() == .running)
    }

    @Test func `a turn that fails is told in the thread and left out, and three in a row end the meeting`() async throws {
        let meeting = try await office.meet()
        let broken = ModelError(.invalidRequest, "No such model.")
        try await office.hold(meeting, with: ScriptedModel([.say("Welcome."), .fail(broken)], otherwise: .say("I agree.")))
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.filter { $0.status == .failed }.map(\.employeeID) == [office.manager.id])
        #expect(try await office.transcript(of: meeting).contains { $0.contains("No such model.") })
        #expect(try await office.meeting(meeting.id).endReason == .completed)

        let second = try await office.meet()
        try await office.hold(second, with: ScriptedModel([], otherwise: .fail(broken)))
        #expect(try await office.meeting(second.id).endReason == .failures)
        #expect(try await office.meeting(second.id).minutesMd != nil)
    }

    @Test func `an attendee who is paused leaves, and the most senior takes the chair that is empty`() async throws {
        let meeting = try await office.meet()
        try await office.speak(1)
        try await pause(office.chief)
        try await pause(office.engineer)
        try await office.hold(meeting, with: office.practice)
        let ended = try await office.meeting(meeting.id)
        #expect(ended.chairID == office.manager.id)
        #expect(ended.departures.value.map(\.employeeID) == [office.chief.id, office.engineer.id])
        #expect(ended.minutesMd?.contains("Jun Ito, Backend Engineer: left, paused") == true)
        let transcript = try await office.transcript(of: meeting)
        #expect(transcript.contains("Team-X: Grace Lind takes the chair."))
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.last?.employeeID == office.manager.id)
        #expect(turns.filter { $0.status == .spoken }.allSatisfy { $0.employeeID != office.engineer.id })
    }

    @Test func `a meeting that everybody leaves ends with minutes`() async throws {
        let meeting = try await office.meet()
        for person in [office.manager, office.writer, office.engineer, office.chief] { try await pause(person) }
        #expect(try await office.meeting(meeting.id).endReason == .deserted)
        #expect(try await office.meeting(meeting.id).minutesMd != nil)
        #expect(try await office.status() == .running)
    }

    @Test func `a pause and a meeting are two reasons, and lifting one leaves the other`() async throws {
        let meeting = try await office.meet()
        try await office.speak(2)
        let actor = EventActor.user(office.owner.id.rawValue)
        try await office.store.write { try Company.pause(office.company.id, by: actor, in: $0) }
        #expect(try await office.status() == .paused)
        office.time.advance(by: .seconds(7200))
        let before = try await office.turns(of: meeting.id).count
        try await office.work(with: office.practice) { _ in true }
        #expect(try await office.turns(of: meeting.id).count == before)
        try await office.store.write { try Company.resume(office.company.id, by: actor, in: $0) }
        #expect(try await office.status() == .meeting)
        try await office.hold(meeting, with: office.practice)
        #expect(try await office.meeting(meeting.id).endReason == .completed, "the pause did not count")

        let second = try await office.meet()
        try await office.store.write { transaction in
            try Company.pause(office.company.id, by: actor, in: transaction)
            try Meeting.require(second.id, of: office.company.id, in: transaction).end(
                now: true, by: .user(office.owner.id.rawValue), in: transaction)
        }
        #expect(try await office.status() == .paused)
        try await office.store.write { try Company.resume(office.company.id, by: actor, in: $0) }
        #expect(try await office.status() == .running)
    }

    @Test func `asked to end, the chair still closes; at once, nobody says anything more`() async throws {
        let meeting = try await office.meet()
        try await office.speak(2)
        try await end(meeting, now: false)
        try await office.hold(meeting, with: office.practice)
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.map(\.phase) == [.opening, .discussion, .closing])
        #expect(try await office.meeting(meeting.id).endReason == .person)

        let second = try await office.meet()
        try await end(second, now: true)
        #expect(try await office.meeting(second.id).status == .ended)
        #expect(try await office.turns(of: second.id).map(\.status) == [.stopped])
        await #expect(throws: RuleViolation.self) { try await end(second, now: true) }
    }

    @Test func `a meeting that is ended in the middle of a turn writes nothing after its end`() async throws {
        let meeting = try await office.meet()
        try await office.work(with: ScriptedModel([], otherwise: .hang)) { try $0.exists("SELECT 1 FROM runs") }
        let claimed = try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "b", process: 1, in: transaction).epoch.epoch
            return try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction)
        }
        let work = try #require(claimed.first)
        try await end(meeting, now: true)
        #expect(try await office.store.read { try work.isHeld(in: $0) } == false)
        #expect(try await office.broken() == [])
    }

    @Test func `silence is not an answer, and a pass is`() async throws {
        let meeting = try await office.meet(limits: Meeting.Limits(rounds: 3))
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                request.tools.contains { $0.name == "pass_floor" } ? .call("pass_floor", [:]) : .say("Words.")
            })
        try await office.hold(meeting, with: model)
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.filter { $0.reason == .round }.map(\.status) == [.passed, .passed, .passed], "one round of passes ends it")

        let second = try await office.meet()
        try await office.hold(second, with: ScriptedModel([.say(""), .say("Welcome.")], otherwise: .say("I agree.")))
        #expect(try await office.turns(of: second.id).first?.status == .spoken)
    }

    private func pause(_ employee: Employee) async throws {
        try await office.store.write {
            try Employee.pause(employee.id, of: office.company.id, by: .user(office.owner.id.rawValue), in: $0)
        }
    }

    private func interject(_ text: String, in meeting: Meeting) async throws {
        try await office.store.write { transaction in
            _ = try Meeting.require(meeting.id, of: office.company.id, in: transaction)
                .interject(text, by: .user(office.owner.id), in: transaction)
        }
    }

    private func end(_ meeting: Meeting, now: Bool) async throws {
        try await office.store.write {
            try Meeting.require(meeting.id, of: office.company.id, in: $0).end(
                now: now, by: .user(office.owner.id.rawValue), in: $0)
        }
    }
}
