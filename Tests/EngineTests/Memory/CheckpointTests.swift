import Domain
import TestSupport
import Testing

@testable import Engine
@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct CheckpointTests {
    let office: Office
    private var owner: EventActor { .user(office.owner.id.rawValue) }

    init() async throws { office = try await Office() }

    private static let failing = ScriptedModel.Line.fail(ModelError(.unauthorized, "The key was refused.", status: 401))

    private func checkpoints() async throws -> [RunCheckpoint] { try await office.all(RunCheckpoint.self) }

    private func resume(_ checkpoint: RunCheckpoint) async throws -> (work: WakeupRequest, isNew: Bool) {
        try await office.store.write { [owner] transaction in
            let fresh = try RunCheckpoint.require(checkpoint.id, of: checkpoint.companyID, in: transaction)
            return try fresh.resume(by: owner, in: transaction)
        }
    }

    @Test func `work that fails leaves a checkpoint, and goes on from it once`() async throws {
        let ticket = try await office.file("Write the plan", for: office.writer)
        try await office.workUntilIdle(
            with: ScriptedModel([
                .call("write_document", ["name": "plan.md", "content": "Half of it."]), Self.failing,
            ]))
        let checkpoint = try #require(try await checkpoints().first)
        #expect(checkpoint.checkpointKind == .stopped)
        #expect(checkpoint.objective == "#1 Write the plan")
        #expect(checkpoint.progressSummary.contains("write_document"))
        #expect(checkpoint.progressSummary.contains("plan.md"))
        #expect(checkpoint.blockers.value.map(\.kind) == [.provider])
        #expect(checkpoint.activeArtifactRefs.value.map(\.rawValue) == (try await office.all(VaultFile.self)).map(\.id.rawValue))
        #expect(try await office.ticket(ticket.id).status == .blocked)

        let first = try await resume(checkpoint)
        let second = try await resume(checkpoint)
        #expect(first.isNew)
        #expect(!second.isNew)
        #expect(first.work.id == second.work.id)
        #expect(first.work.cause == .manual)
        #expect(try await office.ticket(ticket.id).status == .inProgress)

        let model = ScriptedModel([.call("complete_ticket", ["result": "Done.", "files": ["plan.md"]])], otherwise: .hang)
        try await office.work(with: model) {
            try TicketReview.pending(on: ticket.id, in: $0) != nil || $0.exists("SELECT 1 FROM tickets WHERE status = 'done'")
        }
        guard case .user(let situation)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(situation.contains("You take the work up from the checkpoint below."))
        #expect(situation.contains("done so far: \(checkpoint.progressSummary)"))
        let run = try #require(try await office.all(Run.self).first { $0.wakeupID == first.work.id })
        #expect(run.context?.value.resumeOrigin?.checkpointID == checkpoint.id)
        #expect(try await office.all(WakeupRequest.self).filter { $0.cause == .manual }.count == 1)
    }

    @Test func `what a resumed run leaves says where it came from`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.failing))
        let first = try #require(try await checkpoints().first)
        #expect(first.objective == "Hello")
        _ = try await resume(first)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.failing))
        let second = try #require(try await checkpoints().last)
        #expect(second.id != first.id)
        #expect(second.resumeOrigin?.value.checkpointID == first.id)
        #expect(second.resumeOrigin?.value.checkpointKind == .stopped)
        #expect(try await office.broken() == [])
    }

    @Test func `an approval blocks with a checkpoint, and the answer takes it up by itself, once`() async throws {
        let ticket = try await office.file("Publish it", for: office.writer)
        try await office.workUntilIdle(
            with: ScriptedModel([.call("ask_human", ["question": "May I publish?", "kind": "approval"])]))
        let checkpoint = try #require(try await checkpoints().first)
        #expect(checkpoint.checkpointKind == .approvalBlocked)
        let question = try #require(try await office.all(Question.self).first)
        #expect(checkpoint.unresolvedApprovalRefs.value.map(\.rawValue) == [question.id.rawValue])
        await #expect(throws: RuleViolation.self) { try await resume(checkpoint) }

        try await office.store.write { [office] in
            _ = try Question.answer(question.id, of: office.company.id, with: "approved", by: office.owner.id, in: $0)
        }
        let work = try #require(try await office.all(WakeupRequest.self).first { $0.status == .pending })
        #expect(try await checkpoints().first?.wakeupID == work.id)
        let again = try await resume(checkpoint)
        #expect(!again.isNew)
        #expect(again.work.id == work.id)
        #expect(try await office.all(WakeupRequest.self).filter { $0.status == .pending }.count == 1)

        let model = ScriptedModel([], otherwise: .hang)
        try await office.work(with: model) { _ in !model.requests.isEmpty }
        guard case .user(let situation)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(situation.contains("kind: approval-blocked"))
        #expect(situation.contains("May I publish?"))
        #expect(ticket.threadID != nil)
    }

    @Test func `a ticket that is done leaves a checkpoint, an answer does not`() async throws {
        try await office.say("Hello", to: office.engineer)
        let ticket = try await office.file("Write it", for: office.chief)
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                guard request.system.contains("You are Ada") else { return .say("Good morning.") }
                let isWritten = request.messages.contains { if case .toolResult = $0 { true } else { false } }
                return isWritten
                    ? .call("complete_ticket", ["result": "Done.", "files": ["a.md"]])
                    : .call("write_document", ["name": "a.md", "content": "All of it."])
            })
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        let left = try await checkpoints()
        #expect(left.map(\.checkpointKind) == [.completion])
        #expect(left.first?.progressSummary.contains("#1 is done") == true)
        await #expect(throws: RuleViolation.self) { try await resume(left[0]) }
    }

    @Test func `only the latest are kept, and what work takes up or waits for`() async throws {
        try await office.store.write { [office, owner] transaction in
            _ = try Company.change(
                settings: ["checkpoint_history": 3], of: office.company.id, by: owner, in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.failing))
        let first = try #require(try await checkpoints().first)
        _ = try await resume(first)
        try await office.store.write { [office, owner] transaction in
            let thread = try Thread.require(first.threadID, of: office.company.id, in: transaction)
            for number in 0..<6 { _ = try RunCheckpoint.make("Step \(number)", in: thread, by: owner, transaction) }
        }
        #expect(try await checkpoints().map(\.progressSummary).suffix(3) == ["Step 3", "Step 4", "Step 5"])
        #expect(try await checkpoints().count == 4)
        #expect(try await checkpoints().first?.id == first.id)
    }

    @Test func `what was gone on from is not told again`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.failing))
        try await office.say("Are you there?", to: office.writer)
        let model = ScriptedModel([.say("Yes."), .say("Of course.")])
        try await office.workUntilIdle(with: model)
        try await office.say("Good.", to: office.writer)
        try await office.workUntilIdle(with: model)
        let told = model.requests.map { request in
            if case .user(let text)? = request.messages.first { text.contains("## Checkpoint") } else { false }
        }
        #expect(told == [true, false])
        #expect(try await checkpoints().map(\.threadID) == [thread])
    }
}
