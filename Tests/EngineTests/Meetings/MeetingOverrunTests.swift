import Domain
import Engine
import Store
import TestSupport
import Testing

/// A meeting comes to its end when nothing else does.
@Suite(.timeLimit(.minutes(10)))
struct MeetingOverrunTests {
    @Test func `a meeting whose time is over ends although somebody never stops speaking`() async throws {
        let office = try await Office(time: ManualTime())
        let meeting = try await office.meet(limits: Meeting.Limits(minutes: 1))
        let model = HangingModel(times: 9, then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            office.time.advance(by: .seconds(60))
            #expect(try await office.meeting(meeting.id).status == .active, "what is under way may come to its end")
            office.time.advance(by: .seconds(60))
            try await office.until { try $0.find(Meeting.self, meeting.id)?.status == .ended }
            await office.wait { model.ended == 1 }
        }
        let ended = try await office.meeting(meeting.id)
        #expect(ended.endReason == .minutes)
        #expect(ended.minutesMd?.contains("## Attendance") == true)
        let paid = try await office.all(Run.self).map(\.costUsd)
        #expect(try paid.reduce(.zero) { try $0 + $1 } == ended.costUsd, "what was cut off is paid for by the meeting too")
        #expect(try await office.status() == .running)
        #expect(try await office.broken() == [])
    }

    @Test func `a turn that is taken back out of the queue moves the meeting on`() async throws {
        let office = try await Office()
        let meeting = try await office.meet()
        let turn = try #require(try await office.turns(of: meeting.id).first?.wakeupID)
        try await office.store.write { [office] in
            _ = try WakeupRequest.cancel(turn, of: office.company.id, by: .user(office.owner.id), in: $0)
        }
        let turns = try await office.turns(of: meeting.id)
        #expect(turns.map(\.status) == [.stopped, .speaking])
        try await office.hold(meeting, with: office.practice)
        #expect(try await office.meeting(meeting.id).endReason == .completed)
    }
}
