import Domain
import Testing

struct CheckpointDraftTests {
    private static let approval = Blocker(kind: .approval, refID: "q1", summary: "May I publish?")
    private static let budget = Blocker(kind: .budget, refID: "b1", summary: "The month's money is spent.")
    private static let retry = Timestamp(milliseconds: 1)

    struct Case: Sendable {
        let ending: RunEnding
        let facts: RunFacts
        let kind: CheckpointKind?
        let blocker: BlockerKind?
    }

    static let cases: [Case] = [
        Case(ending: .answered("Done."), facts: RunFacts(cause: .message), kind: nil, blocker: nil),
        Case(
            ending: .answered("Done."), facts: RunFacts(cause: .assignment, closedTicket: "#4"), kind: .completion, blocker: nil),
        Case(
            ending: .answered(""), facts: RunFacts(cause: .assignment, approvals: [approval]), kind: .approvalBlocked,
            blocker: .approval),
        Case(ending: .answered("Done."), facts: RunFacts(cause: .routine), kind: .routineCompleted, blocker: nil),
        Case(ending: .answered("Done."), facts: RunFacts(cause: .digest, closedTicket: "#4"), kind: nil, blocker: nil),
        Case(ending: .answered("Aye."), facts: RunFacts(cause: .meetingTurn, approvals: [approval]), kind: nil, blocker: nil),
        Case(ending: .cancelled("Stopped."), facts: RunFacts(cause: .assignment), kind: .stopped, blocker: nil),
        Case(ending: .putOff("Paused."), facts: RunFacts(cause: .assignment), kind: nil, blocker: nil),
        Case(ending: .interrupted, facts: RunFacts(cause: .assignment, isFinal: false), kind: nil, blocker: nil),
        Case(ending: .interrupted, facts: RunFacts(cause: .assignment), kind: .stopped, blocker: .other),
        Case(
            ending: .failed(.model(.timeout), message: "Silence.", partial: "", retryAt: retry),
            facts: RunFacts(cause: .message, isFinal: false), kind: nil, blocker: nil),
        Case(
            ending: .failed(.model(.timeout), message: "Silence.", partial: "Half", retryAt: nil),
            facts: RunFacts(cause: .message), kind: .timeout, blocker: .provider),
        Case(
            ending: .failed(.model(.unauthorized), message: "No key.", partial: "", retryAt: nil),
            facts: RunFacts(cause: .assignment), kind: .stopped, blocker: .provider),
        Case(
            ending: .failed(.noProgress, message: "Nothing came.", partial: "", retryAt: nil),
            facts: RunFacts(cause: .assignment), kind: .stopped, blocker: .other),
        Case(
            ending: .failed(.tooManySteps, message: "Twelve.", partial: "", retryAt: nil), facts: RunFacts(cause: .assignment),
            kind: .stopped, blocker: .other),
        Case(
            ending: .failed(.program, message: "Broken.", partial: "", retryAt: nil), facts: RunFacts(cause: .assignment),
            kind: .stopped, blocker: .other),
        Case(
            ending: .putOff("No money."), facts: RunFacts(cause: .assignment, budget: budget), kind: .budgetBlocked,
            blocker: .budget),
    ]

    @Test(arguments: cases) func `each ending leaves the checkpoint it should, or none`(one: Case) {
        let draft = CheckpointDraft.of(one.ending, one.facts)
        #expect(draft?.kind == one.kind)
        #expect(draft?.blockers.first?.kind == one.blocker)
        #expect(draft.map { !$0.progress.isEmpty } ?? true)
    }

    @Test func `progress is what the steps did`() {
        let steps = [
            step("I look.", "search_files", #"[{"file_id":"f0","name":"other.md"}]"#), step("", "search_files", "[]"),
            step("I write.", "write_document", #"{"file_id":"f1","name":"plan.md","bytes":9}"#),
        ]
        let progress = RunProgress(of: steps)
        #expect(progress.files.map(\.name) == ["plan.md"])
        let draft = CheckpointDraft.of(.cancelled("Stopped."), RunFacts(cause: .assignment, progress: progress))
        #expect(draft?.progress == "Called search_files 2 times, write_document. Wrote plan.md (f1). Last said: “I write.”.")
        #expect(draft?.artifacts.map(\.rawValue) == ["f1"])
    }

    @Test func `who has done nothing says so`() { #expect(RunProgress().summary() == "Nothing was done yet.") }

    private func step(_ text: String, _ tool: String, _ result: String) -> RunStep {
        RunStep(
            runID: Run.ID("r"), step: 0, provider: "p", model: "m", text: text,
            toolCalls: [ToolCall(id: "c", name: tool, arguments: "{}")],
            results: [.toolResult(callID: "c", name: tool, content: result, isError: false)],
            startedAt: Timestamp(milliseconds: 0), endedAt: Timestamp(milliseconds: 0))
    }
}
