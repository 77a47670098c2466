import Domain
import Store
import TestSupport
import Testing

@testable import Engine

/// A budget counts what is billed, and shows beside it what is not.
@Suite(.timeLimit(.minutes(10)))
struct LedgerBudgetTests {
    private static let refusal = ScriptedModel.Line.fail(ModelError(.server, "Not now."))

    @Test(arguments: ["home", "flat"])
    func `what nobody sends a bill for takes no room of a budget`(provider: String) async throws {
        let office = try await Office.ofLedgers(thinkingWith: provider)
        let policy = try await office.budget("1")
        for _ in 0..<3 {
            try await office.say("Hello", to: office.writer)
            try await office.workUntilIdle(with: ScriptedModel([.say("Hello.")]))
        }
        let stand = try await office.stand(of: policy)
        #expect(stand.spent == .zero)
        #expect(try stand.remaining == Money("1"))
        #expect(stand.alert == .ok)
        #expect(stand.ledgers == CostLedgers(notional: 15, notionalCalls: 3))
        #expect(try await office.all(BudgetReservation.self).isEmpty)
        #expect(try await office.booked() == Array(repeating: CostLedgers(notional: 5, notionalCalls: 1), count: 3))
        #expect(try await office.broken() == [])
    }

    @Test func `a run with calls of two ledgers is booked in both, and company, floor and spending say what the budget says`()
        async throws
    {
        let office = try await Office.ofLedgers(then: ["home"])
        let policy = try await office.budget("10")
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(
            with: ScriptedModel([.call("list_colleagues", [:]), Self.refusal, .say("Hello.")]))
        #expect(try await office.booked() == [CostLedgers(billed: 1, calls: 1, notional: 5, notionalCalls: 1)])
        let stand = try await office.stand(of: policy)
        #expect(try stand.spent == Money("1"))
        #expect(try stand.ledgers.notional == Money("5"))
        let terms = office.workplace(ScriptedModel([])).terms
        try await office.store.read { [company = office.company.id] transaction in
            let figures = try CompanyFigures.read(company, in: transaction)
            #expect((figures.cost, figures.notional) == (stand.spent, stand.ledgers.notional))
            let burn = try Floor(Company.require(company, in: transaction), on: terms, in: transaction).burn
            #expect((burn.month, burn.cap, burn.hour) == (stand.spent, policy.hardCapUsd, stand.spent))
            let spending = try BudgetLedgerEntry.spending(
                of: company, in: Company.budgetMonth(of: company, in: transaction), transaction)
            #expect(spending.map(\.provider.id?.rawValue) == ["cloud", "home"])
            #expect(spending.map(\.ledgers.billed.description) == ["1", "0"])
            #expect(spending.map(\.ledgers.notional.description) == ["0", "5"])
        }
        #expect(try await office.broken() == [])
    }

    @Test func `while one is asked that sends no bill, what was set aside for the other is free`() async throws {
        let office = try await Office.ofLedgers(then: ["home"], time: ManualTime())
        let policy = try await office.budget("1")
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([Self.refusal, .hang])
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 2 }
            #expect(try await office.stand(of: policy).reserved == .zero)
            #expect(try await office.all(BudgetReservation.self).map(\.state) == [.released])
            try await office.stopRun()
            try await office.untilIdle()
        }
        #expect(model.requests.map(\.model) == ["cloud", "home"])
        #expect(try await office.stand(of: policy).spent == .zero)
        #expect(try await office.booked() == [CostLedgers(notional: 5, notionalCalls: 1)])
        #expect(try await office.broken() == [])
    }

    @Test func `back at one that sends a bill, its worst case is set aside again`() async throws {
        let office = try await Office.ofLedgers(then: ["home", "dear"])
        let policy = try await office.budget("3")
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([Self.refusal, Self.refusal, .say("Hello.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["cloud", "home", "dear"])
        let reservations = try await office.all(BudgetReservation.self)
        #expect(reservations.map(\.amountNano) == [1_000_000_000, 3_000_000_000])
        #expect(reservations.map(\.state) == [.released, .settled])
        #expect(try await office.stand(of: policy).spent == Money("3"))
        #expect(try await office.broken() == [])
    }

    @Test func `back at one that is too dear by then, the turn ends with what the first provider said`() async throws {
        let office = try await Office.ofLedgers(then: ["home", "dear"])
        let policy = try await office.budget("2")
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([Self.refusal, Self.refusal])
        try await office.workUntilIdle(with: model)
        #expect(Array(model.requests.map(\.model).prefix(3)) == ["cloud", "home", "cloud"])
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.broken() == [])
    }

    @Test func `calls without a price are counted beside a budget, and refused while it is there`() async throws {
        let office = try await Office.ofLedgers(thinkingWith: "riddle")
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.call("list_colleagues", [:]), .say("Hello.")]))
        #expect(try await office.booked() == [CostLedgers(unknown: 2)])
        let policy = try await office.budget("1")
        #expect(try await office.stand(of: policy).ledgers == CostLedgers(unknown: 2))
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        let refused = try await office.all(WakeupRequest.self).compactMap(\.lastError)
        #expect(refused.count == 1 && refused.allSatisfy { $0.contains("is not known") })
        #expect(try await office.stand(of: policy).remaining == Money("1"))
        #expect(try await office.broken() == [])
    }

    @Test func `what a subscription covers is asked under a budget, also where it has no list price`() async throws {
        let office = try await Office.ofLedgers(thinkingWith: "riddle-flat")
        let policy = try await office.budget("1")
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([.say("Hello.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try await office.booked() == [CostLedgers(notionalCalls: 1)])
        #expect(try await office.stand(of: policy).remaining == Money("1"))
        #expect(try await office.all(BudgetReservation.self).isEmpty)
        #expect(try await office.broken() == [])
    }

    @Test func `a model elsewhere that a server here passes on to is none of this machine's`() async throws {
        var office = try await Office()
        office.pricing = NoPricing()
        try await office.budget("1")
        try await office.store.write { [company = office.company.id] transaction in
            try transaction.execute("UPDATE providers SET enabled = 1 WHERE id = 'ollama-local'")
            _ = try Company.change(
                settings: ["provider_id": "ollama-local", "model": "gpt-oss:120b-cloud"], of: company, by: .user("o"),
                in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        let refused = try await office.all(WakeupRequest.self).compactMap(\.lastError)
        #expect(refused.count == 1 && refused.allSatisfy { $0.contains("is not known") })
    }

    @Test(arguments: [true, false])
    func `a server that is killed books what was set aside for a bill, and nothing for a call without one`(
        hasMoved: Bool
    ) async throws {
        let office = try await Office.ofLedgers(then: ["home"])
        let policy = try await office.budget("2")
        try await office.begin(movingOn: hasMoved)
        try await office.restart()
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.costKind == (hasMoved ? .notional : .billed))
        #expect(
            try await office.booked() == [
                hasMoved ? CostLedgers(notionalCalls: 1) : CostLedgers(billed: 1, calls: 1)
            ])
        #expect(try await office.stand(of: policy).spent == Money(hasMoved ? "0" : "1"))
        #expect(try await office.stand(of: policy).reserved == .zero)
        #expect(try await office.broken() == [])
    }

    @Test func `a claim that lapses in a billed call is billed, though the step before was not`() async throws {
        let office = try await Office.ofLedgers(thinkingWith: "home", then: ["cloud"])
        let policy = try await office.budget("2")
        let epoch = try await office.begin(movingOn: false, stepping: true)
        office.time.advance(by: .seconds(3600))
        _ = try await office.store.write { try WakeupRequest.takeBackLapsed(epoch: epoch, in: $0) }
        #expect(try await office.booked() == [CostLedgers(billed: 1, calls: 1, notional: 5, notionalCalls: 1)])
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.broken() == [])
    }
}

extension Office {
    /// Begins a turn as the engine does, with a call at a provider that sends a bill.
    ///
    /// - Parameters:
    ///   - isMoved: Whether that one does not take it and the one on this machine is asked.
    ///   - hasStep: Whether a call on this machine went before.
    @discardableResult
    fileprivate func begin(movingOn isMoved: Bool, stepping hasStep: Bool = false) async throws -> Int {
        try await say("Hello", to: writer)
        let gate = ModelGate(workplace(ScriptedModel([])))
        return try await store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let cloud = try Provider.require(Provider.ID("cloud"), in: transaction)
            let home = try Provider.require(Provider.ID("home"), in: transaction)
            func admission(_ provider: Provider) -> ModelGate.Admission {
                ModelGate.Admission(provider: provider, model: provider.id.rawValue, connection: ScriptedModel([]))
            }
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction) { _ in .begin(cloud.id) }
            let work = try #require(claimed.first)
            let first = hasStep ? home : cloud
            var run = try Run.begin(
                work, provider: first.kind.rawValue, at: first.id, model: first.id.rawValue, practice: false, in: transaction)
            let request = ModelRequest(model: "m", system: "", messages: [.user("Hello")], tools: [])
            if hasStep {
                _ = try gate.reserve(for: run, step: 0, through: admission(home), in: transaction) { request }
                let step = RunStep(
                    runID: run.id, step: 0, wakeupID: work.id, provider: run.provider, model: run.model, promptTokens: 9,
                    costUsd: Money(nanoDollars: 5_000_000_000), costKind: .notional, startedAt: transaction.now,
                    endedAt: transaction.now, providerID: home.id)
                var totals = RunTotals()
                (totals.promptTokens, totals.cost, totals.costKind) = (9, step.costUsd, .notional)
                try RunStep.record(step, totals: totals, of: work, in: transaction)
            }
            guard
                case .granted = try gate.reserve(
                    for: run, step: 1, through: admission(cloud), in: transaction, request: { request })
            else { throw RuleViolation.notFound("room") }
            if isMoved {
                #expect(try gate.mayPay(run, step: 1, for: request, at: admission(home), in: transaction))
                run = try RunAttempt.record(
                    ModelError(.server, "Not now."), by: cloud, in: run, step: 1, next: home, model: "home", of: work, transaction
                )
            }
            return epoch
        }
    }
}
