import Testing

@testable import teamx

struct WorkEndTests {
    private let start = ContinuousClock.now
    private var end: WorkEnd { WorkEnd(after: 0, known: 2, now: start) }

    private func progress(_ status: String, seq: Int) -> EventRecord {
        event("goal.progressChanged", seq: seq, ["goal_id": "g", "status": .string(status)])
    }

    @Test func `the past is retold to its end before anything is judged`() {
        var end = end
        #expect(!end.wantsLook(at: start + .seconds(60)))
        end.take(event("work.completed", seq: 2), goal: "g", at: start)
        #expect(!end.wantsLook(at: start + .milliseconds(100)))
        #expect(end.wantsLook(at: start + .seconds(1)))
    }

    @Test func `a goal reached with nothing waiting is the end`() {
        var end = end
        end.take(progress("achieved", seq: 2), goal: "g", at: start)
        let verdict1 = end.judge(queued: 1, goal: "achieved", at: start + .seconds(1))
        #expect(verdict1 == .goOn)
        let verdict2 = end.judge(queued: 0, goal: "achieved", at: start + .seconds(2))
        #expect(verdict2 == .reached)
    }

    @Test func `a goal reached is not waited for long when others go on`() {
        var end = end
        end.take(progress("achieved", seq: 2), goal: "g", at: start)
        end.take(event("work.started", seq: 3), goal: "g", at: start + .seconds(11))
        #expect(end.wantsLook(at: start + .seconds(11)))
        let verdict3 = end.judge(queued: 4, goal: "achieved", at: start + .seconds(11))
        #expect(verdict3 == .reached)
    }

    @Test func `what is seen late does not keep a goal that was reached from being seen`() {
        var end = end
        for second in 1...5 { end.take(event("work.started", seq: 1 + second), goal: "g", at: start + .seconds(second)) }
        #expect(end.wantsLook(at: start + .seconds(5)))
        let verdict1 = end.judge(queued: 9, goal: "achieved", at: start + .seconds(5))
        #expect(verdict1 == .goOn)
        end.take(event("work.started", seq: 7), goal: "g", at: start + .seconds(15))
        #expect(end.wantsLook(at: start + .seconds(15)))
        let verdict2 = end.judge(queued: 9, goal: "achieved", at: start + .seconds(15))
        #expect(verdict2 == .reached)
    }

    @Test func `an empty queue is believed the second time`() {
        var end = end
        let verdict4 = end.judge(queued: 0, goal: "active", at: start)
        #expect(verdict4 == .goOn)
        let verdict5 = end.judge(queued: 0, goal: "active", at: start + .seconds(1))
        #expect(verdict5 == .stuck)
    }

    @Test func `what happens between two looks starts them again`() {
        var end = end
        let verdict6 = end.judge(queued: 0, goal: "active", at: start)
        #expect(verdict6 == .goOn)
        end.take(event("work.queued", seq: 3), goal: "g", at: start)
        let verdict7 = end.judge(queued: 0, goal: "active", at: start + .seconds(1))
        #expect(verdict7 == .goOn)
        let verdict8 = end.judge(queued: 2, goal: "active", at: start + .seconds(2))
        #expect(verdict8 == .goOn)
        let verdict9 = end.judge(queued: 0, goal: "active", at: start + .seconds(3))
        #expect(verdict9 == .goOn)
    }
}
