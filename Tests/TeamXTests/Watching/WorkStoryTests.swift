import Domain
import Testing

@testable import teamx

struct WorkStoryTests {
    /// A story in which Ada and Grace work, ticket #3 is filed, and a review of it is queued.
    private var story: WorkStory {
        var story = WorkStory()
        for event in [
            event("employee.hired", ["employee_id": "ada", "name": "Ada Moreau", "title": "CEO", "level": "Officer"]),
            event(
                "employee.hired",
                ["employee_id": "grace", "name": "Grace Lindqvist", "title": "Head of Product", "level": "Lead"]),
            event("ticket.created", by: "ada", ["ticket_id": "t3", "number": 3, "title": "Launch plan", "assignee_id": "grace"]),
            event("work.queued", ["wakeup_id": "review", "cause": "review_request"]),
            event("work.queued", ["wakeup_id": "again", "cause": "changes_requested"]),
        ] { _ = story.tell(event) }
        return story
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let type: String
        var by = "ada"
        let payload: JSONValue
        let line: String?
        var testDescription: String { line ?? "\(type): nothing" }
    }

    @Test(arguments: [
        Case(
            type: "employee.hired", payload: ["employee_id": "x", "name": "Jun Ito", "title": "Researcher", "level": "IC"],
            line: "Jun Ito joins as Researcher"),
        Case(type: "employee.hired", payload: ["employee_id": "x", "name": "Copilot", "level": "system"], line: nil),
        Case(type: "goal.created", payload: ["title": "Mend things"], line: "Goal Mend things"),
        Case(
            type: "ticket.created", payload: ["ticket_id": "t4", "number": 4, "title": "Brief", "assignee_id": "grace"],
            line: "Ada Moreau files #4 Brief → Grace Lindqvist"),
        Case(
            type: "ticket.created", by: "owner", payload: ["ticket_id": "t4", "number": 4, "title": "Brief"],
            line: "You file #4 Brief"),
        Case(type: "work.started", payload: ["employee_id": "grace", "ticket_id": "t3"], line: "Grace Lindqvist takes up #3"),
        Case(
            type: "work.started", payload: ["employee_id": "ada", "ticket_id": "t3", "wakeup_id": "review"],
            line: "Ada Moreau reviews #3"),
        Case(
            type: "work.started", payload: ["employee_id": "grace", "ticket_id": "t3", "wakeup_id": "again"],
            line: "Grace Lindqvist works over #3"),
        Case(type: "work.started", payload: ["employee_id": "grace"], line: "Grace Lindqvist reads a message"),
        Case(
            type: "work.cancelled", payload: ["employee_id": "grace", "run_id": "r", "reason": "Stopped by Owner."],
            line: "Grace Lindqvist ends early: Stopped by Owner."),
        Case(type: "work.cancelled", payload: ["employee_id": "grace", "reason": "superseded"], line: nil),
        Case(
            type: "vault.file_created", payload: ["uploaded_by": "grace", "original_name": "plan.md", "size_bytes": 1900],
            line: "Grace Lindqvist writes plan.md (1.9 kB)"),
        Case(
            type: "review.requested", payload: ["ticket_id": "t3", "requested_by": "grace", "reviewer_id": "ada"],
            line: "Grace Lindqvist hands in #3 to Ada Moreau"),
        Case(
            type: "review.completed",
            payload: ["ticket_id": "t3", "reviewer_id": "ada", "outcome": "changes_requested", "summary": "Say who."],
            line: "Ada Moreau asks for changes on #3: Say who."),
        Case(type: "review.completed", payload: ["ticket_id": "t3", "reviewer_id": "ada", "outcome": "approved"], line: nil),
        Case(type: "ticket.closed", payload: ["ticket_id": "t3"], line: "Done #3 Launch plan  (1 of 1 done)"),
        Case(type: "ticket.blocked", payload: ["ticket_id": "t3", "reason": "No brief"], line: "Blocked #3: No brief"),
        Case(
            type: "question.asked", payload: ["employee_id": "grace", "prompt": "Which?"],
            line: "Grace Lindqvist asks you: Which?"),
        Case(
            type: "work.failed", payload: ["employee_id": "grace", "error": "Busy.", "will_retry": true],
            line: "Grace Lindqvist stops: Busy. It is tried again."),
        Case(
            type: "message.agent_to_agent",
            payload: ["from_employee_id": "grace", "to_employee_id": "ada", "thread_id": "th", "message_id": "m"],
            line: "Grace Lindqvist writes to Ada Moreau"),
        Case(
            type: "tool.result", payload: ["employee_id": "grace", "tool_name": "write_document", "success": false],
            line: "Grace Lindqvist tries write_document in vain"),
        Case(type: "tool.called", payload: ["employee_id": "grace", "tool_name": "write_document"], line: nil),
        Case(type: "something.new", payload: [:], line: nil),
        Case(type: "ticket.closed", payload: [:], line: "Done a ticket  (1 of 1 done)"),
    ])
    func `an event is told in a line`(_ sample: Case) {
        var story = story
        let line = story.tell(event(sample.type, by: sample.by, sample.payload))
        #expect(line.map { "\($0.name) \($0.text)" } == sample.line)
    }

    @Test func `an approval is told with what it closes`() {
        var story = story
        let silence = story.tell(event("review.completed", ["ticket_id": "t3", "reviewer_id": "ada", "outcome": "approved"]))
        #expect(silence == nil)
        let line = story.tell(event("ticket.closed", ["ticket_id": "t3"]))
        #expect(line.map { "\($0.name) \($0.text)" } == "Ada Moreau approves #3 Launch plan  (1 of 1 done)")
    }

    @Test func `time is counted from the first event`() {
        var story = WorkStory()
        _ = story.tell(event("company.created", at: 10_000))
        let line = story.tell(event("goal.created", at: 75_000, ["title": "x"]))
        #expect(line?.time == 65_000)
    }

    @Test func `figures add up`() {
        var story = story
        for event in [
            event("work.started", ["employee_id": "ada", "practice": true]),
            event("run.step", ["prompt_tokens": 10, "completion_tokens": 5, "cost_usd": "0.002"]),
            event("run.step", ["prompt_tokens": 1, "completion_tokens": 1, "cost_usd": "nonsense"]),
            event("vault.file_created", ["uploaded_by": "ada"]),
        ] { _ = story.tell(event) }
        #expect(story.figures.working == ["ada"])
        #expect(story.figures.isPractice)
        #expect((story.figures.promptTokens, story.figures.completionTokens) == (11, 6))
        #expect(story.figures.cost.billed.description == "0.002")
        #expect(story.figures.files == 1)
        _ = story.tell(event("work.completed", ["employee_id": "ada"]))
        #expect(story.figures.working.isEmpty)
    }

    @Test func `what is watched begins with nothing done and everybody known`() {
        var story = story
        story.beginAnew()
        let line = story.tell(event("ticket.reopened", at: 9_000, ["ticket_id": "t3"]))
        #expect(line.map { "\($0.time) \($0.name) \($0.text)" } == "0 Reopened #3 Launch plan")
        #expect(story.figures.tickets == 0)
        #expect(story.name("ada") == "Ada Moreau")
    }
}
