import Domain
import Engine
import Store
import TestSupport
import Testing

/// Work for the tickets of a goal that a person has given up.
@Suite(.timeLimit(.minutes(10)))
struct AbandonedGoalTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    private func goal() async throws -> Goal {
        try await office.store.write { [office] in
            try Goal.set(.init(title: "Grow tulips"), for: office.company.id, by: .user(office.owner.id), in: $0)
        }
    }

    private func call(_ goal: Goal, _ status: GoalStatus) async throws {
        try await office.store.write { [office] in
            let goal = try Goal.require(goal.id, of: office.company.id, in: $0)
            _ = try goal.change(.init(status: status), by: office.actor, in: $0)
        }
    }

    /// Why each ticket waits, by its title.
    private func reasons() async throws -> [String: String] {
        let terms = office.workplace(ScriptedModel([])).terms
        return try await office.store.read { transaction in
            let found = try transaction.select(Ticket.self, "").map {
                ($0.title, try Explanation.of($0, on: terms, in: transaction).finding.reason)
            }
            return Dictionary(found) { first, _ in first }
        }
    }

    @Test func `its turn ends at its step, begins for nobody, and goes on when the goal is taken up again`() async throws {
        let goal = try await goal()
        let script = ScriptedModel([.call("list_colleagues", [:]), .hang, .hang])
        try await office.steer(script) { office in
            await office.wait { script.requests.count == 2 }
            try await call(goal, .abandoned)
            try await office.until { try !$0.exists("SELECT 1 FROM runs WHERE status = 'running'") }
            #expect(try await office.reasons() == ["goal_abandoned"])
            #expect(try await reasons() == ["Reach the goal: Grow tulips": "goal_abandoned"])
            for _ in 0..<200 { await Task.yield() }
            #expect(script.requests.count == 2)
            #expect(try await office.broken() == [])
            try await call(goal, .active)
            await office.wait { script.requests.count == 3 }
        }
        #expect(try await office.all(Run.self).first?.error == "The goal “Grow tulips” was given up.")
        #expect(try await office.all(WakeupRequest.self).map(\.attemptCount).max() ?? 9 <= 1, "no try is used up")
    }

    @Test func `a ticket that is for something else too goes on`() async throws {
        let goal = try await goal()
        try await office.store.write { [office] transaction in
            let (company, author) = (office.company.id, Author.user(office.owner.id))
            func file(_ title: String, under parent: Ticket? = nil, for goal: Goal.ID?) throws -> Ticket {
                let draft = Ticket.Draft(title: title, assignee: office.writer.id, goal: goal, parent: parent?.id)
                return try Ticket.file(draft, in: company, by: author, transaction)
            }
            for (title, status, isBelow) in [
                ("project", ProjectStatus.active, false), ("archived", .archived, false), ("below", .active, true),
            ] {
                let made = try Project.plan(
                    .init(title: title, goal: isBelow ? goal.id : nil), for: company, by: author, in: transaction)
                _ = try made.change(.init(status: status), by: author.actor, in: transaction)
                let linked = try file(title, for: goal.id)
                try made.link(linked.id, by: author, in: transaction)
                _ = try file("part of \(title)", under: linked, for: nil)
            }
            let own = try file("whole", for: goal.id)
            _ = try file("part", under: own, for: nil)
            let other = try file("other", for: nil)
            let part = try file("part of other", under: other, for: goal.id)
            _ = try file("part of the part", under: part, for: nil)
            let second = try Goal.set(.init(title: "Grow roses"), for: company, by: author, in: transaction)
            _ = try file("part of roses", under: file("roses", for: second.id), for: goal.id)
            _ = try second.change(.init(status: .abandoned), by: author.actor, in: transaction)
        }
        try await call(goal, .abandoned)
        let waiting = try await reasons().filter { $0.value == "goal_abandoned" }.map(\.key).sorted()
        #expect(
            waiting == [
                "Reach the goal: Grow roses", "Reach the goal: Grow tulips", "archived", "below", "part", "part of archived",
                "part of below", "part of roses", "roses", "whole",
            ])
        try await call(goal, .active)
        #expect(
            try await reasons().filter { $0.value == "goal_abandoned" }.map(\.key).sorted() == [
                "Reach the goal: Grow roses", "roses",
            ])
    }

    @Test func `a ticket that is taken out of it begins`() async throws {
        let goal = try await goal()
        try await call(goal, .abandoned)
        let script = ScriptedModel([.hang])
        try await office.steer(script) { office in
            for _ in 0..<200 { await Task.yield() }
            #expect(script.requests.isEmpty)
            try await office.store.write { transaction in
                let ticket = try transaction.select(Ticket.self, "").first
                try ticket?.change(.init(goal: .some(nil)), by: office.actor, in: transaction)
            }
            await office.wait { script.requests.count == 1 }
        }
    }
}
