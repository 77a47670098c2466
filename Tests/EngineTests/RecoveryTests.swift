import Domain
import Engine
import Gateway
import Store
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct RecoveryTests {
    @Test func `work that an ended server had begun is done once after the next start`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Write", for: office.writer)
        // A server that claims, writes the document, and is gone.
        try await office.work(
            with: ScriptedModel([.call("write_document", ["name": "a.md", "content": "x"]), .hang], otherwise: .hang)
        ) {
            try $0.exists("SELECT 1 FROM run_steps")
        }
        #expect(try await office.all(VaultFile.self).count == 1)

        let model = ScriptedModel([
            .call("complete_ticket", ["result": "Done.", "files": ["a.md"]]),
            .call("review_ticket", ["outcome": "approved", "comment": "Good."]),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.all(VaultFile.self).count == 1)
        let resumed = try #require(model.requests.first)
        #expect(resumed.messages.contains { if case .toolResult(_, "write_document", _, false) = $0 { true } else { false } })
        #expect(try await office.broken() == [])
    }

    @Test func `a claim of an earlier epoch is ended at the start, and its owner writes nothing more`() async throws {
        let office = try await Office()
        _ = try await office.file("Write", for: office.writer)
        let store = office.store
        let old = try await store.write { transaction -> WakeupRequest? in
            let (epoch, _) = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction)
            return try WakeupRequest.claim(1, lease: .init(epoch: epoch.epoch), in: transaction).first
        }
        let claim = try #require(old)
        let run = try await store.write { try Run.begin(claim, provider: "practice", model: "practice", practice: true, in: $0) }
        let recovery = try await store.write { try ServerEpoch.begin(bootID: "two", process: 2, in: $0).recovery }
        #expect(recovery.runsEnded == 1)
        #expect(recovery.workRequeued == 1)
        #expect(
            try await store.write {
                try Run.finish(run, of: claim, as: .answered("late"), totals: RunTotals(), message: nil, in: $0)
            } == false)
        #expect(try await office.all(Message.self).isEmpty)
        #expect(try await office.all(Run.self).map(\.status) == [.error])
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [
        RunEnding.interrupted, .putOff("The company was paused."),
        .failed(.model(.rateLimited), message: "Slow down.", partial: "", retryAt: Timestamp(milliseconds: 1_790_000_005_000)),
    ])
    func `work that waits again takes in what was queued for the same reason meanwhile`(ending: RunEnding) async throws {
        let office = try await Office()
        let draft = WakeupRequest.Draft(
            agent: office.writer.id, cause: .comment, trigger: nil, thread: nil, dedupe: .pending("comment:1"), chain: .root)
        let claim = try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            try WakeupRequest.enqueue(draft, of: office.company.id, in: transaction)
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction).first
            try WakeupRequest.enqueue(draft, of: office.company.id, in: transaction)
            return claimed
        }
        let work = try #require(claim)
        try await office.store.write { transaction in
            if case .interrupted = ending {
                _ = try ServerEpoch.begin(bootID: "two", process: 2, in: transaction)
            } else {
                try Run.finish(nil, of: work, as: ending, totals: RunTotals(), message: nil, in: transaction)
            }
        }
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.pending, .cancelled])
        #expect(try await office.eventTypes().contains("work.cancelled"))
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.completed, .cancelled])
    }

    @Test func `work that ends the server every time is put before a person`() async throws {
        let office = try await Office()
        let ticket = try await office.file("Poison", for: office.writer)
        for boot in 0..<27 {
            try await office.store.write { transaction in
                let (epoch, _) = try ServerEpoch.begin(bootID: "\(boot)", process: 1, in: transaction)
                for work in try WakeupRequest.claim(1, lease: .init(epoch: epoch.epoch), in: transaction) {
                    _ = try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction)
                }
            }
        }
        #expect(try await office.ticket(ticket.id).status == .blocked)
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.failed])
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [("anthropic", CostKind.unknown), ("ollama-local", .notional), ("practice", .notional)])
    func `a call that the server took with it is in its ledger, though nothing was set aside`(
        id: String, kind: CostKind
    ) async throws {
        let office = try await Office()
        try await office.say("Hello", to: office.writer)
        try await office.store.write { transaction in
            let provider = try Provider.require(Provider.ID(id), in: transaction)
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction) { _ in .begin(provider.id) }
            let figures = ContextFigures(
                window: 8000, source: .provider, tools: 200, output: 1000, target: 6000, used: 800, blocks: [])
            _ = try Run.begin(
                try #require(claimed.first), provider: provider.kind.rawValue, model: "m", practice: id == "practice",
                context: figures, in: transaction)
        }
        try await office.restart()
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.costKind == kind)
        #expect(run.priceKnown == (kind != .unknown))
        let now = office.time.now()
        let usage = try await office.store.read { [office] in
            try Usage(of: office.company.id, from: Timestamp(milliseconds: 0), to: now + .seconds(1), by: .model, in: $0)
        }
        #expect(usage.total[kind]?.calls == 1)
        #expect(usage.total[kind]?.promptTokens == 1000)
        #expect(usage.total.count == 1)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [1, 2, 3, 5, 8, 13, 21], [0, 40])
    func `a goal is reached whatever event the server dies after`(stride: Int, comments: Int) async throws {
        let office = try await Office()
        let goal = try await office.store.write { transaction in
            try Goal.set(.init(title: "Open a repair café"), for: office.company.id, by: .user(office.owner.id), in: transaction)
        }
        let model = Interrupted(PracticeProvider(time: office.time, pace: .zero), comments: comments, in: office)
        func isAchieved() async throws -> Bool {
            try await office.store.read { try $0.find(Goal.self, goal.id)?.status == .achieved }
        }
        for _ in 0..<400 {
            if try await isAchieved() { break }
            let target = try await office.store.read { try Event.lastSequence(of: office.company.id, in: $0) } + stride
            try await office.work(with: model) { transaction in
                let reached = try Event.lastSequence(of: office.company.id, in: transaction) >= target
                return try reached || transaction.find(Goal.self, goal.id)?.status == .achieved
                    || !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')")
            }
        }
        let left = try await office.all(Ticket.self).filter { $0.status != .done }
        #expect(left.map { "\($0.label) \($0.status) \($0.blockedReason ?? "")" } == [])
        try #require(try await isAchieved())
        let tickets = try await office.all(Ticket.self)
        #expect(tickets.count == 4)
        #expect(tickets.allSatisfy { $0.status == .done })
        let closings = try await office.eventTypes().filter { $0 == "ticket.closed" }
        #expect(closings.count == 4)
        let asked = try await office.all(Message.self).count { $0.authorKind == .user }
        #expect((asked > 0) == (comments > 0))
        #expect(try await office.broken() == [])
    }
}

/// A model during whose calls a person comments on whatever is in progress.
private final class Interrupted: ModelProvider {
    private let model: any ModelProvider
    private let office: Office
    private let left: Mutex<Int>

    init(_ model: any ModelProvider, comments: Int, in office: Office) {
        self.model = model
        self.office = office
        left = Mutex(comments)
    }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let mayComment = left.withLock { left in
            left -= 1
            return left >= 0
        }
        if mayComment {
            try await office.store.write { [office] transaction in
                for ticket in try transaction.select(Ticket.self, "WHERE status = \(TicketStatus.inProgress)") {
                    try ticket.comment("How is it going?", by: .user(office.owner.id), in: transaction)
                }
            }
        }
        try await model.stream(request, onEvent: onEvent)
    }
}
