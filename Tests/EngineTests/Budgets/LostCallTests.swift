import Domain
import Engine
import Store
import TestSupport
import Testing

/// What is booked for calls that the end of the server took with it.
@Suite(.timeLimit(.minutes(10)))
struct LostCallTests {
    private func begin(_ figures: ContextFigures? = nil, in office: Office) async throws {
        try await office.say("Hello", to: office.writer)
        try await office.store.write { transaction in
            let provider = try Provider.require(Provider.ID("anthropic"), in: transaction)
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction) { _ in .begin(provider.id) }
            _ = try Run.begin(
                try #require(claimed.first), provider: provider.kind.rawValue, model: "m", practice: false, context: figures,
                in: transaction)
        }
    }

    @Test(arguments: [true, false])
    func `a run that waited for room in a budget had no call`(isEnabled: Bool) async throws {
        let office = try await Office.ofDollars()
        let policy = try await office.budget("1", enabled: isEnabled)
        try await begin(in: office)
        try await office.restart()
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .error)
        #expect((run.promptTokens == 0) == isEnabled)
        #expect((run.costKind == .unknown) == !isEnabled)
        #expect(run.priceKnown == isEnabled)
        #expect(try await office.stand(of: policy).spent == .zero)
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [Int.max, .min])
    func `a row whose numbers nobody can have meant does not keep the server from starting`(tokens: Int) async throws {
        let office = try await Office()
        try await begin(
            ContextFigures(
                window: 8000, source: .provider, tools: tokens, output: 1000, target: 6000, used: tokens, blocks: []), in: office)
        try await office.restart()
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .error)
        #expect((1...(1 << 41)).contains(run.promptTokens))
    }

    @Test(arguments: [(CostKind.billed, true), (.billed, false), (.notional, false)])
    func `a call for vectors keeps its tokens, and costs what was set aside for it`(
        kind: CostKind, isReserved: Bool
    ) async throws {
        let office = try await Office.ofDollars()
        let policy = try await office.budget("5")
        try await office.store.write { [office] transaction in
            let begun = try Run.beginEmbedding(
                for: office.company.id, provider: "openai", model: "v", tokens: 40, kind: kind, in: transaction)
            let run = try #require(begun)
            guard isReserved else { return }
            let policies = try BudgetPolicy.applying(to: run, in: transaction)
            #expect(
                try BudgetReservation.reserve(Money("2"), for: run, step: 0, from: policies, in: transaction) == .granted)
        }
        try await office.restart()
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .error)
        #expect(run.promptTokens == 40)
        #expect(run.costKind == (isReserved || kind == .notional ? kind : .unknown))
        #expect(run.priceKnown == (run.costKind != .unknown))
        #expect(run.costUsd == (isReserved ? try Money("2") : .zero))
        #expect(try await office.stand(of: policy).spent == run.costUsd)
        #expect(try await office.stand(of: policy).reserved == .zero)
        #expect(try await office.eventTypes().count { $0 == EventType.embeddingEnded.rawValue } == 1)
        #expect(try await office.broken() == [])
    }

    @Test func `a call of unknown price that ends after its claim is lost is booked as one`() async throws {
        let office = try await Office()
        try await begin(in: office)
        office.time.advance(by: .seconds(3600))
        _ = try await office.store.write { try WakeupRequest.takeBackLapsed(epoch: 1, in: $0) }
        #expect(try await office.booked() == [CostLedgers()])
        var late = RunTotals()
        (late.promptTokens, late.completionTokens, late.costKind, late.isPriceKnown) = (40, 2, .unknown, false)
        let (run, totals) = (try #require(try await office.all(Run.self).first), late)
        for _ in 0..<2 { try await office.store.write { try Run.leave(run.id, totals: totals, in: $0) } }
        #expect(try await office.booked() == [CostLedgers(unknown: 1)])
        let left = try #require(try await office.all(Run.self).first)
        #expect((left.promptTokens, left.priceKnown, left.costKind) == (40, false, .unknown))
        #expect(try await office.store.read { try Run.mischarged(in: $0) } == [])
    }
}
