import Domain
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// Work that goes on from where it was held up: when somebody says so, or by itself when nothing holds it up any more.
@Suite(.timeLimit(.minutes(10)))
struct ResumingTests {
    let office: Office
    private var owner: EventActor { .user(office.owner.id.rawValue) }

    init() async throws { office = try await Office() }

    private static let refused = ScriptedModel.Line.fail(ModelError(.unauthorized, "The key was refused.", status: 401))
    private static let unknown = ScriptedModel.Line.fail(ModelError(.invalidRequest, "No such model.", status: 404))

    private func latest() async throws -> RunCheckpoint { try #require(try await office.all(RunCheckpoint.self).last) }

    private func waiting() async throws -> [WakeupRequest] {
        try await office.all(WakeupRequest.self).filter { $0.status == .pending }
    }

    @discardableResult
    private func resume(_ checkpoint: RunCheckpoint) async throws -> (work: WakeupRequest, isNew: Bool) {
        try await office.store.write { [owner] transaction in
            try RunCheckpoint.require(checkpoint.id, of: checkpoint.companyID, in: transaction).resume(by: owner, in: transaction)
        }
    }

    /// A ticket whose work a provider's refusal has blocked.
    private func blockedTicket(by line: ScriptedModel.Line = refused) async throws -> Ticket {
        let ticket = try await office.file("Write it", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: line))
        #expect(try await office.ticket(ticket.id).status == .blocked)
        return ticket
    }

    private func setUp(_ id: String = "anthropic", kind: ProviderKind = .anthropic) async throws {
        _ = try await office.store.write { [owner] transaction in
            try Provider.put(.init(id: Provider.ID(id), name: "A model", kind: kind), by: owner, in: transaction)
        }
    }

    @Test func `what a provider held up says which, and goes on when the provider is set up anew`() async throws {
        let ticket = try await blockedTicket()
        let checkpoint = try await latest()
        #expect(checkpoint.blockers.value.first?.refID == "anthropic")
        try await setUp("ollama-local", kind: .ollama)
        #expect(try await waiting().isEmpty)
        try await setUp()
        let work = try await waiting()
        #expect(work.map(\.ticketID) == [ticket.id])
        #expect(try await latest().wakeupID == work.first?.id)
        #expect(try await office.ticket(ticket.id).status == .inProgress)
        try await setUp()
        #expect(try await waiting().count == 1)
    }

    @Test func `what a provider held up goes on when the provider answers somebody else, once`() async throws {
        let ticket = try await blockedTicket()
        try await office.say("Hello", to: office.engineer)
        let model = ScriptedModel(
            [], otherwise: .decide { $0.system.contains("Jun Ito") ? .say("Good morning.") : Self.refused })
        try await office.workUntilIdle(with: model)
        #expect(try await latest().resumeOrigin != nil)  // it was begun again, in vain
        #expect(try await office.ticket(ticket.id).status == .blocked)
        let runs = try await office.all(Run.self).count { $0.ticketID == ticket.id }
        #expect(runs == 2)
        try await office.say("Hello again", to: office.engineer)
        try await office.workUntilIdle(with: model)
        #expect(try await office.all(Run.self).count { $0.ticketID == ticket.id } == runs)
        #expect(try await office.broken() == [])
    }

    @Test func `a conversation goes on too, unless somebody has gone on with it`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.refused))
        try await setUp()
        #expect(try await waiting().map(\.cause) == [.manual])
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("Here I am.")))
        try await setUp()
        #expect(try await waiting().isEmpty)
    }

    @Test func `what a person has settled otherwise is left alone`() async throws {
        let closed = try await blockedTicket()
        let checkpoint = try await latest()
        try await office.store.write { [office, owner] in
            try Ticket.require(closed.id, of: office.company.id, in: $0).close(by: owner, in: $0)
        }
        await #expect(throws: RuleViolation.self) { try await resume(checkpoint) }
        let blocked = try await blockedTicket()
        try await office.store.write { [office, owner] transaction in
            let ticket = try Ticket.require(blocked.id, of: office.company.id, in: transaction)
            try ticket.block("Not before May.", by: owner, in: transaction)
        }
        try await setUp()
        #expect(try await waiting().isEmpty)
        #expect(try await office.ticket(closed.id).status == .done)
        #expect(try await office.ticket(blocked.id).blockedReason == "Not before May.")
    }

    @Test func `work that fails for a reason of its own is not begun again because others succeed`() async throws {
        let ticket = try await blockedTicket(by: Self.unknown)
        try await office.say("Hello", to: office.engineer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("Good morning.")))
        #expect(try await office.all(Run.self).count { $0.ticketID == ticket.id } == 1)
    }

    @Test func `work that was taken off the queue before it began can be taken up again`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: Self.refused))
        let checkpoint = try await latest()
        let first = try await resume(checkpoint)
        try await office.store.write { try first.work.cancel(reason: "cancelled", in: $0) }
        let second = try await resume(checkpoint)
        #expect(second.isNew)
        #expect(second.work.id != first.work.id)
        #expect(try await resume(checkpoint).work.id == second.work.id)
        let model = ScriptedModel([], otherwise: .say("Here I am."))
        try await office.workUntilIdle(with: model)
        guard case .user(let situation)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(situation.contains("You take the work up from the checkpoint below."))
    }

    @Test func `of many who resume at once all get the same work, and there is one turn`() async throws {
        _ = try await blockedTicket()
        let checkpoint = try await latest()
        let works = try await withThrowingTaskGroup(of: WakeupRequest.ID.self) { group in
            for _ in 0..<8 { group.addTask { try await resume(checkpoint).work.id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(works.count == 1)
        #expect(try await waiting().count == 1)
    }

    @Test func `a ticket whose question is open goes on with its answer, not past it`() async throws {
        let ticket = try await blockedTicket()
        let checkpoint = try await latest()
        try await office.store.write { [office] transaction in
            let ticket = try Ticket.require(ticket.id, of: office.company.id, in: transaction)
            _ = try Question.ask(
                "For whom?", by: office.writer.id, on: ticket, thread: ticket.threadID, run: nil, company: office.company.id,
                in: transaction)
        }
        await #expect(throws: RuleViolation.self) { try await resume(checkpoint) }
        await #expect(throws: RuleViolation.self) {
            try await office.store.write { [office, owner] in
                try Ticket.require(ticket.id, of: office.company.id, in: $0).release(by: owner, in: $0)
            }
        }
        #expect(try await waiting().isEmpty)
    }

    /// A checkpoint of the ticket's thread that something holds up.
    private func hold(_ ticket: Ticket, _ kind: CheckpointKind, by blockers: [Blocker]) async throws -> RunCheckpoint {
        try await office.store.write { [office] transaction in
            let thread = try #require(ticket.threadID)
            try ticket.block("It is held up.", by: .orchestrator, in: transaction)
            let checkpoint = RunCheckpoint(
                id: transaction.makeID(), companyID: office.company.id, threadID: thread, employeeID: office.writer.id,
                checkpointKind: kind, progressSummary: "Half of it.", blockers: JSONColumn(blockers), createdAt: transaction.now)
            try transaction.insert(checkpoint)
            try transaction.execute("UPDATE threads SET has_memory = 1 WHERE id = \(thread)")
            return checkpoint
        }
    }

    @Test func `what several decisions hold up goes on with the last of them`() async throws {
        let ticket = try await office.file("Publish it", for: office.writer)
        let items = try await office.store.write { [office] transaction in
            try ["The text", "The price"].map { summary in
                let item = ApprovalItem(
                    id: transaction.makeID(), companyID: office.company.id, kind: .artifactPublish, subjectRefKind: .company,
                    subjectRefID: office.company.id.rawValue, summary: summary, createdAt: transaction.now)
                try transaction.insert(item)
                return item.id.rawValue
            }
        }
        try await office.store.write { try unqueue(ticket, in: $0) }
        let checkpoint = try await hold(
            ticket, .approvalBlocked, by: items.map { Blocker(kind: .approval, refID: $0, summary: "It waits.") })
        await #expect(throws: RuleViolation.self) { try await resume(checkpoint) }
        for (place, item) in items.enumerated() {
            try await office.store.write { [office] transaction in
                _ = try transaction.execute("UPDATE approval_items SET status = 'approved' WHERE id = \(item)")
                try RunCheckpoint.release(item, of: office.company.id, in: transaction)
            }
            #expect(try await waiting().count == place)
        }
        #expect(try await latest().wakeupID != nil)
    }

    /// Takes the ticket's first work off the queue.
    private func unqueue(_ ticket: Ticket, in transaction: any Transaction) throws {
        try WakeupRequest.cancelPending(on: ticket.id, reason: "test", in: transaction)
    }

    @Test func `what a limit held up goes on when the limit does not any more`() async throws {
        let ticket = try await office.file("Publish it", for: office.writer)
        try await office.store.write { try unqueue(ticket, in: $0) }
        _ = try await hold(
            ticket, .budgetBlocked, by: [Blocker(kind: .budget, refID: "policy", summary: "The month's budget is used up.")])
        try await office.store.write { [office] in try RunCheckpoint.release("another", of: office.company.id, in: $0) }
        #expect(try await waiting().isEmpty)
        try await office.store.write { [office] in try RunCheckpoint.release("policy", of: office.company.id, in: $0) }
        #expect(try await waiting().map(\.ticketID) == [ticket.id])
        #expect(try await office.ticket(ticket.id).status == .inProgress)
    }

    @Test func `work that is resumed in a paused company waits for the end of the pause, and is one turn then`() async throws {
        let ticket = try await blockedTicket()
        let checkpoint = try await latest()
        try await office.store.write { [office, owner] in
            try Company.pause(office.company.id, by: owner, in: $0)
        }
        try await resume(checkpoint)
        let model = ScriptedModel([], otherwise: .hang)
        try await office.steer(model) { office in
            await Task.yield()
            #expect(model.requests.isEmpty)
            try await office.store.write { [owner] in
                try Company.resume(office.company.id, by: owner, in: $0)
            }
            await office.wait { !model.requests.isEmpty }
        }
        #expect(model.requests.count == 1)
        #expect(try await office.all(Run.self).last?.ticketID == ticket.id)
    }

    @Test(arguments: [(ModelError.Class.timeout, CheckpointKind.timeout), (.malformed, .stopped)])
    func `a failure for good leaves a checkpoint of its kind`(failure: ModelError.Class, kind: CheckpointKind) async throws {
        _ = try await office.file("Write it", for: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .fail(ModelError(failure, "It failed."))))
        #expect(try await office.all(RunCheckpoint.self).map(\.checkpointKind) == [kind])
    }

    @Test func `work of a routine leaves a checkpoint that it is done`() async throws {
        try await office.store.write { [office] transaction in
            let thread = try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            try WakeupRequest.enqueue(
                .init(
                    agent: office.writer.id, cause: .routine, trigger: nil, thread: thread.id, dedupe: .once("routine:1"),
                    chain: .root), of: office.company.id, in: transaction)
        }
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .say("All is well.")))
        let checkpoint = try await latest()
        #expect(checkpoint.checkpointKind == .routineCompleted)
        #expect(checkpoint.progressSummary.contains("All is well."))
        await #expect(throws: RuleViolation.self) { try await resume(checkpoint) }
    }
}
