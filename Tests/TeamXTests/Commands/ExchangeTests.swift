import Domain
import Testing

@testable import teamx

struct ExchangeTests {
    private static func said(by kind: String, _ id: String) -> EventRecord {
        event("message.persisted", ["thread_id": "th", "message_id": .string(id), "author_kind": .string(kind)])
    }

    private static func turn(_ type: String, _ run: String, _ more: [String: JSONValue] = [:]) -> EventRecord {
        event(type, .object(["thread_id": "th", "run_id": .string(run)].merging(more) { first, _ in first }))
    }

    private func exchange(_ events: EventRecord...) -> Exchange {
        var exchange = Exchange(thread: "th", employee: "e1")
        for event in events { _ = exchange.take(event) }
        return exchange
    }

    @Test func `it is over when a turn that has read the message is complete`() {
        let exchange = exchange(
            Self.said(by: "user", "m1"), Self.turn("work.started", "r1"), Self.said(by: "employee", "m2"),
            Self.turn("work.completed", "r1"))
        #expect(exchange.isOver)
        #expect(exchange.answer == "m2")
    }

    @Test func `the end of an earlier turn is not the answer`() {
        let exchange = exchange(
            Self.turn("work.started", "r0"), Self.said(by: "employee", "m0"), Self.said(by: "user", "m1"),
            Self.turn("work.completed", "r0"))
        #expect(!exchange.isOver)
        #expect(exchange.answer == nil)
    }

    @Test func `a pause puts an answer off unless somebody is at it already`() {
        let waiting = exchange(Self.said(by: "user", "m1"), event("company.paused"))
        #expect(waiting.isOver)
        #expect(waiting.isPutOff)
        var begun = exchange(Self.said(by: "user", "m1"), Self.turn("work.started", "r1"), event("company.paused"))
        #expect(!begun.isOver)
        _ = begun.take(Self.turn("work.failed", "r1", ["error": "Paused.", "will_retry": true]))
        #expect(begun.isPutOff)
    }

    @Test func `a meeting puts no answer off, which comes after it`() {
        let waiting = exchange(Self.said(by: "user", "m1"), event("company.paused", ["reason": "meeting"]))
        #expect(!waiting.isOver)
    }

    @Test func `a failure for good ends it, one that is tried again does not`() {
        var exchange = exchange(Self.said(by: "user", "m1"), Self.turn("work.started", "r1"))
        let passing = exchange.take(Self.turn("work.failed", "r1", ["error": "Busy.", "will_retry": true]))
        #expect(passing == "It failed and is tried again: Busy.")
        #expect(!exchange.isOver)
        let final = exchange.take(Self.turn("work.failed", "r1", ["error": "No key.", "will_retry": false]))
        #expect(final == nil)
        #expect(exchange.isOver)
        #expect(exchange.failure == "No key.")
    }

    @Test func `an answer that was stopped is over, with what was said by then`() {
        let exchange = exchange(
            Self.said(by: "user", "m1"), Self.turn("work.started", "r1"), Self.said(by: "employee", "m2"),
            Self.turn("work.cancelled", "r1", ["employee_id": "e1", "reason": "Stopped by Owner."]))
        #expect(exchange.isOver)
        #expect(exchange.stop == "Stopped by Owner.")
        #expect(exchange.answer == "m2")
    }

    @Test func `an answer that nobody had begun is taken back`() {
        let taken = event("work.cancelled", ["thread_id": "th", "employee_id": "e1", "reason": "Stopped by Owner."])
        #expect(exchange(Self.said(by: "user", "m1"), taken).isOver)
        #expect(!exchange(taken).isOver)
    }

    @Test func `other threads are none of its business`() {
        var exchange = exchange(Self.said(by: "user", "m1"))
        let isTaken = ["other", "th"].map { exchange.take(piece("x", thread: $0)) }
        #expect(isTaken == [false, true])
        _ = exchange.take(event("work.completed", ["thread_id": "other"]))
        #expect(!exchange.isOver)
    }

    @Test(arguments: [
        ("", "Hello", "Hello"), ("Hel", "Hello", "lo"), ("Hello", "Hello", ""), ("Hello. \n", "Hello.", ""), ("seen", " ", ""),
        ("Let me see. Hello", "Hello", ""), ("I say \n", "I say\n\n[Stopped.]", "\n\n[Stopped.]"),
        ("Hxl", "Hello", "\n\nHello"),
    ])
    func `what was not seen is printed in the end`(seen: String, content: String, missing: String) {
        var exchange = exchange(Self.said(by: "user", "m1"))
        _ = exchange.take(piece(seen, thread: "th"))
        #expect(exchange.missing(of: content) == missing)
    }

    @Test func `a question of the employee's is told`() {
        var exchange = exchange(Self.said(by: "user", "m1"))
        let payload: JSONValue = ["employee_id": "e1", "question_id": "q", "prompt": "Which?"]
        let remark = exchange.take(event("question.asked", payload))
        #expect(remark == "A question for you: Which?  Answer with: teamx question answer q \"…\"")
        let other = exchange.take(event("question.asked", ["employee_id": "e2", "question_id": "q", "prompt": "Which?"]))
        #expect(other == nil)
    }
}
