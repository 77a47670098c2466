import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// What a budget says to another provider that is asked instead.
@Suite(.timeLimit(.minutes(10)))
struct BudgetFailoverTests {
    private struct Prices: Pricing {
        func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
            guard model != "model-third" else { return nil }
            return ModelPrice(
                input: .zero, output: .zero,
                perRequest: Money(nanoDollars: model == "model-first" ? 1_000_000_000 : 5_000_000_000))
        }
    }

    private func office(failingOverTo next: String) async throws -> Office {
        var office = try await Office()
        office.pricing = Prices()
        try await office.store.write { [office] transaction in
            for name in ["first", "second", "third"] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: Provider.ID(name), name: name, kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                        defaultModel: "model-\(name)", concurrencyCap: 4, privacyTier: .openSourceCloud), by: .user("o"),
                    in: transaction)
            }
            _ = try Company.change(
                settings: ["provider_id": "first", "failover": [.string(next)]], of: office.company.id, by: .user("o"),
                in: transaction)
        }
        return office
    }

    private static var refusing: ScriptedModel { ScriptedModel([.fail(ModelError(.server, "Not now."))]) }

    @Test func `what the other may cost is set aside before it is asked`() async throws {
        let office = try await office(failingOverTo: "second")
        let policy = try await office.budget("5")
        try await office.say("Hello", to: office.writer)
        let model = Self.refusing
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-first", "model-second"])
        #expect(try await office.stand(of: policy).spent == Money("5"))
        let reservations = try await office.all(BudgetReservation.self)
        #expect(reservations.map(\.state) == [.released, .settled])
        #expect(reservations.map(\.amountNano) == [1_000_000_000, 5_000_000_000])
        #expect(try await office.broken() == [])
    }

    @Test(arguments: ["second", "third"])
    func `one that is too dear, or of unknown price, is not asked instead`(next: String) async throws {
        let office = try await office(failingOverTo: next)
        let policy = try await office.budget("4")
        try await office.say("Hello", to: office.writer)
        let model = Self.refusing
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["model-first", "model-first"])
        #expect(try await office.stand(of: policy).spent == Money("1"))
        #expect(try await office.all(RunAttempt.self).isEmpty)
        #expect(try await office.broken() == [])
    }

    @Test func `what the first has read before it failed is paid for, and nobody else is asked`() async throws {
        let office = try await office(failingOverTo: "second")
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ReadingModel())
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.error, .success])
        #expect(runs.map(\.costUsd) == [try Money("1"), try Money("1")])
        #expect(try await office.broken() == [])
    }
}

/// One that says what it has read, fails, and answers the next time.
private final class ReadingModel: ModelProvider {
    private let calls = Mutex(0)

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let isFirst = calls.withLock { calls in
            calls += 1
            return calls == 1
        }
        try await onEvent(.usage(TokenUsage(prompt: 1000, completion: 0)))
        if isFirst { throw ModelError(.server, "Not now.") }
        try await onEvent(.text("Hello."))
        try await onEvent(.finish(.stop))
    }
}
