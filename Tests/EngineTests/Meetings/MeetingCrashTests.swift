import Domain
import Engine
import FoundationEssentials
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

/// A meeting on a server that ends without warning, after any of its commits.
@Suite(.timeLimit(.minutes(10)))
struct MeetingCrashTests {
    @Test(arguments: MeetingMode.allCases)
    func `whatever commit was the last, the next start leads to the same meeting`(mode: MeetingMode) async throws {
        let time = ManualTime(leaps: true)
        let feed = EventFeed()
        let engine = try await FreshStore.engine(time: time) { feed.publish($0) }
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/team-x-tests/" + UUID().uuidString
        let vault = Vault(root: folder)
        let office = try await Office(time: time, store: Store(engine: engine, feed: feed, vault: vault))
        let meeting = try await office.meet(mode: mode, ticketsAtOnce: true)

        // The database as it lies there after each commit, or after a few that came together.
        let copies = Mutex<[SQLiteEngine]>([])
        let signs = feed.subscribe(capacity: 100_000)
        let copying = Task {
            for await _ in signs {
                let copy = try engine.copyInMemory(time: time, ids: IDGenerator()) { _ in }
                copies.withLock { $0.append(copy) }
            }
        }
        try await office.hold(meeting, with: PracticeProvider(time: time, pace: .milliseconds(1)))
        copying.cancel()
        _ = await copying.result
        let expected = try await Outcome(of: meeting, in: office)
        #expect(expected.turns.allSatisfy { $0.hasSuffix("spoken") })

        let all = copies.withLock { $0 }
        time.advance(by: .seconds(1))  // a start is later than what was said before
        #expect(all.count > 10)
        // `MEETING_CRASHES` asks for every one of them; by default it is a dozen, spread over the meeting.
        let stride = ProcessInfo.processInfo.environment["MEETING_CRASHES"] == nil ? max(1, all.count / 12) : 1
        for copy in all.enumerated().filter({ $0.offset % stride == 0 }).map(\.element) {
            let later = EventFeed()
            let restarted = try copy.copyInMemory(time: time, ids: IDGenerator()) { later.publish($0) }
            let next = Office(office, store: Store(engine: restarted, feed: later, vault: vault))
            try await next.hold(meeting, with: PracticeProvider(time: time, pace: .zero))
            #expect(try await Outcome(of: meeting, in: next) == expected)
            #expect(try await next.broken() == [])
        }
    }

    /// What must not depend on when the server ended.
    private struct Outcome: Hashable {
        let transcript: [String]
        let turns: [String]
        let decisions: [String]
        let items: [String]
        let tickets: [String]

        init(of meeting: Meeting, in office: Office) async throws {
            transcript = try await office.transcript(of: meeting)
            turns = try await office.turns(of: meeting.id).map { "\($0.number) \($0.employeeID) \($0.phase) \($0.status)" }
            let ended = try await office.meeting(meeting.id)
            decisions = ended.decisions.value.map(\.text)
            items = ended.actionItems.value.map(\.title)
            tickets = try await office.all(Ticket.self).filter { $0.parentTicketID == nil }.map(\.title)
        }
    }

    @Test func `a start places the hold again, and gives the floor when nobody has it`() async throws {
        let office = try await Office()
        let meeting = try await office.meet()
        try await office.store.write { transaction in
            try transaction.execute("DELETE FROM work_holds")
            try transaction.execute("UPDATE companies SET status = 'running'")
            try transaction.execute("DELETE FROM agent_wakeup_requests")
        }
        try await office.hold(meeting, with: office.practice)
        #expect(try await office.meeting(meeting.id).endReason == .completed)
        #expect(try await office.all(WorkHold.self).isEmpty)
    }
}
