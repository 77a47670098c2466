import Domain
import Engine
import Store
import TestSupport
import Testing

/// Budgets that are set, changed and taken away while there is work.
@Suite(.timeLimit(.minutes(10)))
struct BudgetChangeTests {
    let office: Office

    init() async throws { office = try await .ofDollars(time: ManualTime()) }

    @Test(arguments: [true, false])
    func `what takes a budget of nothing away lets the work go on`(removes: Bool) async throws {
        let policy = try await office.budget("0")
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.steer(model) { office in
            try await office.untilHeld()
            #expect(model.requests.isEmpty)
            if removes {
                try await office.store.write {
                    try BudgetPolicy.require(policy.id, of: office.company.id, in: $0).remove(by: office.actor, in: $0)
                }
            } else {
                try await office.change(policy, .init(enabled: false))
            }
            try await office.untilIdle()
        }
        #expect(model.requests.count == 1)
        #expect(try await office.all(WorkHold.self).isEmpty)
        #expect(try await office.broken() == [])
    }

    @Test func `a cap that is lowered while a turn goes on holds from its next call on`() async throws {
        let policy = try await office.budget("10")
        _ = try await office.file("Write", for: office.writer)
        let script = ScriptedModel([], otherwise: .call("write_document", ["name": "a.md", "content": "x"]))
        let model = Meanwhile(script, in: [0]) { [office] in try await office.raise(policy, to: "0.5") }
        try await office.steer(model) { office in try await office.untilHeld() }
        #expect(script.requests.count == 1)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.stand(of: policy).alert == .exceeded)
        #expect(try await office.broken() == [])
    }

    @Test func `it is warned once in a month, whatever is changed meanwhile`() async throws {
        let policy = try await office.budget("10", warning: 30)
        for number in 0..<6 {
            try await office.say("Hello \(number)", to: office.writer)
            try await office.workUntilIdle(with: ScriptedModel([]))
            if number == 3 { try await office.raise(policy, to: "12") }
            let warned = try await office.eventTypes().count { $0 == "budget.warning" }
            #expect(warned == (number < 2 ? 0 : 1))
        }
        #expect(try await office.stand(of: policy).alert == .warning)
    }

    @Test func `what was spent before the budget was set counts`() async throws {
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        let policy = try await office.budget("1", for: office.writer)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        try await office.say("And?", to: office.writer)
        try await office.steer(ScriptedModel([])) { office in try await office.untilHeld() }
        #expect(try await office.all(Run.self).count == 1)
    }

    @Test func `two budgets of one call are both kept or the call is not made`() async throws {
        let whole = try await office.budget("10")
        let own = try await office.budget("0.5", for: office.writer)
        try await office.say("Hello", to: office.writer)
        try await office.steer(ScriptedModel([])) { office in try await office.untilHeld() }
        #expect(try await office.stand(of: whole).reserved == .zero)
        #expect(try await office.stand(of: own).reserved == .zero)
        #expect(try await office.all(BudgetReservation.self).isEmpty)
    }
}
