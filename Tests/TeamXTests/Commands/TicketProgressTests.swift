import Testing

@testable import teamx

struct TicketProgressTests {
    private var progress = TicketProgress(ticket: "t1", label: "#24", names: ["e1": "Edsger Vos"])

    @Test func `it says who is at it, for how long and at what cost`() {
        var progress = progress
        _ = progress.take(event("work.started", ["ticket_id": "t1", "run_id": "r1", "employee_id": "e1"]))
        _ = progress.take(
            event("run.step", ["run_id": "r1", "prompt_tokens": 1800, "completion_tokens": 100, "cost_usd": "0.004"]))
        _ = progress.take(event("run.step", ["run_id": "r2", "prompt_tokens": 9000, "completion_tokens": 9000, "cost_usd": "9"]))
        progress.take(piece("# A\n\u{1B}[2J", ticket: "t1"))
        progress.take(piece("elsewhere", ticket: "t2"))
        #expect(progress.status(after: .seconds(14)) == "#24  in progress  Edsger Vos  00:14  1.9k tok  $0.0040  # A \u{FFFD}[2J")
        _ = progress.take(event("review.requested", ["ticket_id": "t1"]))
        #expect(progress.ending == nil)
        _ = progress.take(event("ticket.closed", ["ticket_id": "t2"]))
        #expect(progress.ending == nil)
        _ = progress.take(event("ticket.closed", ["ticket_id": "t1"]))
        #expect(progress.ending == .done)
        #expect(progress.result(files: ["fix.md"], after: .seconds(52)) == "#24 done in 00:52. Files: fix.md. $0.0040")
    }

    @Test func `the work of the practice model is said to be its`() {
        var progress = progress
        _ = progress.take(event("work.started", ["ticket_id": "t1", "run_id": "r1", "employee_id": "e1", "practice": true]))
        _ = progress.take(event("ticket.closed", ["ticket_id": "t1"]))
        #expect(progress.status(after: .zero).hasSuffix("$0.00  practice model"))
        #expect(progress.result(files: [], after: .zero) == "#24 done in 00:00. $0.00 Played by the practice model.")
    }

    @Test func `an answer to a comment is the end of a turn that began after it`() {
        var progress = TicketProgress(ticket: "t1", label: "#24", names: [:], endsWithTurn: true)
        _ = progress.take(event("work.completed", ["ticket_id": "t1", "run_id": "r0"]))
        #expect(progress.ending == nil)
        _ = progress.take(event("work.started", ["ticket_id": "t1", "run_id": "r1"]))
        let passing = progress.take(event("work.failed", ["ticket_id": "t1", "error": "Busy.", "will_retry": true]))
        #expect(passing == "#24 failed: Busy. It is tried again.")
        #expect(progress.ending == nil)
        _ = progress.take(event("work.completed", ["ticket_id": "t1", "run_id": "r1"]))
        #expect(progress.ending == .answered)
        #expect(!progress.endedBadly)
        #expect(progress.result(files: [], after: .seconds(2)) == "#24 answered in 00:02. $0.00")
    }

    @Test func `a turn that fails for good ends the wait for an answer badly`() {
        var progress = TicketProgress(ticket: "t1", label: "#24", names: [:], endsWithTurn: true)
        _ = progress.take(event("work.failed", ["ticket_id": "t1", "error": "No key.", "will_retry": false]))
        #expect(progress.endedBadly)
        #expect(progress.problem == "#24 failed: No key.")
    }

    @Test func `a question is told at once and blocking ends it`() {
        var progress = progress
        let remark = progress.take(
            event("question.asked", ["ticket_id": "t1", "employee_id": "e1", "question_id": "q", "prompt": "Why?"]))
        #expect(remark == "Edsger Vos asks: Why?  Answer with: teamx question answer q \"…\"")
        _ = progress.take(event("ticket.blocked", ["ticket_id": "t1", "reason": "Waiting for an answer"]))
        #expect(progress.ending == .blocked)
        #expect(progress.problem == "#24 is blocked: Waiting for an answer")
        #expect(progress.advice == "Answer with: teamx question answer q \"…\"")
    }

    @Test func `a blocked ticket says how it goes on`() {
        var progress = TicketProgress(ticket: "t1", label: "#24", names: [:], options: "--data /d")
        _ = progress.take(event("ticket.blocked", ["ticket_id": "t1", "reason": "No brief"]))
        #expect(progress.advice == "Let it go on with: teamx ticket unblock 24 --data /d")
    }

    @Test func `a pause is told, and what it puts off is no failure`() {
        var progress = progress
        #expect(progress.take(event("company.paused")) == "The company is paused: teamx company resume")
        #expect(progress.isPaused)
        #expect(progress.take(event("work.failed", ["ticket_id": "t1", "error": "Paused.", "will_retry": true])) == nil)
        #expect(progress.take(event("company.resumed")) == "The company is at work again.")
        #expect(!progress.isPaused)
    }

    @Test func `a price that is not known is said`() {
        var progress = progress
        _ = progress.take(event("work.started", ["ticket_id": "t1", "run_id": "r1"]))
        progress.take(runs: [["id": "r1", "price_known": false], ["id": "r2", "price_known": false]])
        _ = progress.take(event("ticket.closed", ["ticket_id": "t1"]))
        #expect(progress.status(after: .zero).hasSuffix("0 tok  price unknown"))
        #expect(
            progress.result(files: [], after: .zero) == "#24 done in 00:00. $0.00, without 1 run whose price is not known")
    }

    @Test func `a failure that is tried again ends nothing`() {
        var progress = progress
        let remark = progress.take(event("work.failed", ["ticket_id": "t1", "error": "Busy.", "will_retry": true]))
        #expect(remark == "#24 failed: Busy. It is tried again.")
        #expect(progress.ending == nil)
    }
}
