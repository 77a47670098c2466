import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// People who stop, pause, speak up and take back at any moment leave nothing half done.
@Suite(.timeLimit(.minutes(10)))
struct SteeringSweepTests {
    @Test(arguments: 1...10)
    func `whatever people do to running turns, each ends once and no word is lost`(seed: UInt64) async throws {
        let office = try await Office(time: ManualTime(leaps: true))
        let luck = Luck(seed)
        let thread = try await office.say("Hello", to: office.writer)
        for (title, employee) in [("One", office.chief), ("Two", office.manager), ("Three", office.engineer)] {
            _ = try await office.file(title, for: employee)
        }
        let model = Hesitant(luck)
        try await office.steer(model) { office in
            for number in 0..<80 {
                for _ in 0..<luck.below(30) { await Task.yield() }
                office.time.advance(by: .milliseconds(1))
                try await office.store.write { try office.interfere(luck, number, thread, $0) }
            }
            try await office.store.write { transaction in
                try Company.resume(office.company.id, by: office.actor, in: transaction)
                for one in try Employee.list(of: office.company.id, in: transaction) {
                    try Employee.resume(one.id, of: office.company.id, by: office.actor, in: transaction)
                }
            }
            model.hurry()
            try await office.untilIdle()
        }
        #expect(try await office.broken() == [])
        let given = try await office.all(Guidance.self)
        #expect(given.allSatisfy { $0.status != .waiting })
        let said = try await office.all(Message.self)
        #expect(Set(given.map(\.messageID)).isSubset(of: said.map(\.id)))
        #expect(Set(said.map(\.id)).count == said.count)
        // A stop that was accepted is the end of its run.
        let stops = try await office.all(WorkStop.self).map(\.wakeupID)
        let work = try await office.all(WakeupRequest.self)
        #expect(work.filter { stops.contains($0.id) }.allSatisfy { $0.status == .cancelled })
        // Nothing that is not done is left with somebody who no longer works here.
        let departed = Set(try await office.all(Employee.self).filter(\.hasLeft).map(\.id))
        let open = try await office.all(Ticket.self).filter { $0.status != .done }
        #expect(open.allSatisfy { $0.assigneeID.map(departed.contains) != true })
        #expect(work.filter { departed.contains($0.agentID) }.allSatisfy { $0.completedAt != nil })
        // Each piece of work has at most one run that came to its end.
        let good = try await office.all(Run.self).filter { $0.status == .success }.compactMap(\.wakeupID)
        #expect(Set(good).count == good.count)
    }
}

/// Seeded chance that two tasks may ask.
private final class Luck: Sendable {
    private let random: Mutex<SeededRandom>

    init(_ seed: UInt64) { random = Mutex(SeededRandom(seed: seed)) }

    func below(_ count: Int) -> Int { random.withLock { Int($0.next() % UInt64(max(1, count))) } }
}

/// A model that speaks in pieces, sometimes falls silent until it is cut off, and sometimes gets on with the work.
private final class Hesitant: ModelProvider {
    private let luck: Luck
    private let isHurried = Mutex(false)

    init(_ luck: Luck) { self.luck = luck }

    /// It falls silent no more.
    func hurry() { isHurried.withLock { $0 = true } }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        for piece in ["I ", "think ", "that "].prefix(luck.below(4)) {
            try Task.checkCancellation()
            try await onEvent(.text(piece))
            for _ in 0..<luck.below(6) { await Task.yield() }
        }
        if luck.below(4) == 0 {
            // Silence, until somebody cuts it off or has no more patience.
            while !isHurried.withLock({ $0 }) {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        let tools = Set(request.tools.map(\.name))
        let line: ScriptedModel.Line =
            switch luck.below(4) {
            case 0 where tools.contains("review_ticket"): .call("review_ticket", ["outcome": "approved", "comment": "Good."])
            case 1 where tools.contains("write_document"): .call("write_document", ["name": "a.md", "content": "x"])
            case 2 where tools.contains("complete_ticket"): .call("complete_ticket", ["result": "Done.", "files": ["a.md"]])
            default: .say("Done.")
            }
        try await ScriptedModel([line]).stream(request, onEvent: onEvent)
    }
}

extension Office {
    fileprivate var people: [Employee] { [chief, manager, writer, engineer] }

    /// One thing that a person may do at any moment; what the rules forbid just then is forbidden.
    fileprivate func interfere(_ luck: Luck, _ number: Int, _ thread: Thread.ID, _ transaction: any Transaction) throws {
        let who = people[luck.below(people.count)]
        let thread = try Thread.require(thread, of: company.id, in: transaction)
        let running = try transaction.select(Run.self, "WHERE status = 'running' ORDER BY id")
        let run = running.isEmpty ? nil : running[luck.below(running.count)]
        let last = try Message.latest(of: thread.id, limit: 1, in: transaction).first
        do {
            switch luck.below(13) {
            case 0, 1: if let run { try WorkStop.ask(for: run, by: .user(owner.id), in: transaction) }
            case 2: _ = try WorkStop.ask(forAllOf: who, by: .user(owner.id), in: transaction)
            case 3: try Company.pause(company.id, by: actor, in: transaction)
            case 4, 5: try Company.resume(company.id, by: actor, in: transaction)
            case 6: try Employee.pause(who.id, of: company.id, by: actor, in: transaction)
            case 7: try Employee.resume(who.id, of: company.id, by: actor, in: transaction)
            case 8, 9:
                if let run {
                    _ = try Guidance.give("Word \(number)", to: run, of: company.id, by: owner.id, in: transaction)
                }
            case 10:
                if let last, last.authorKind == .user {
                    _ = try Message.edit(last.id, to: "Hello \(number)", in: thread, by: owner.id, transaction)
                } else if let last {
                    _ = try Message.regenerate(last.id, in: thread, by: .user(owner.id), transaction)
                }
            case 11:
                guard luck.below(3) == 0 else { break }
                let next = luck.below(2) == 0 ? nil : people[luck.below(people.count)].id
                _ = try Employee.dismiss(who.id, of: company.id, handingTo: next, by: .user(owner.id), in: transaction)
            default: try Message.post("Hello \(number)", to: thread, by: .user(owner.id), in: transaction)
            }
        } catch is RuleViolation {}
    }
}
