import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// Many turns at once that go from a provider that sends bills to one that does not, and back.
@Suite(.timeLimit(.minutes(10)))
struct LedgerCrowdTests {
    @Test func `thirty at once that move between ledgers never pass the budget, and the books agree`() async throws {
        let office = try await Office.ofLedgers(then: ["home", "dear"])
        let policy = try await office.budget("21")
        let people = try await office.crowd(30)
        for employee in people { try await office.say("What do you think?", to: employee) }
        let model = MovingModel()
        try await office.workUntilSpent(with: model, slots: 30)
        #expect(try await office.passed() == 0, "at no moment was more spent and reserved than there is")
        let answered = model.answered
        let stand = try await office.stand(of: policy)
        #expect(stand.spent <= policy.hardCapUsd)
        #expect(
            stand.spent.nanoDollars == Int64(answered["cloud", default: 0] + 3 * answered["dear", default: 0]) * 1_000_000_000)
        #expect(stand.ledgers.notional.nanoDollars == Int64(5 * answered["home", default: 0]) * 1_000_000_000)
        #expect(stand.reserved == .zero)
        #expect(answered.count == 3, "each has answered some")
        #expect(try await office.broken() == [])
    }
}

/// One that refuses some calls of each provider, and notes whose it has answered.
private final class MovingModel: ModelProvider {
    private let state = Mutex((calls: 0, answered: [String: Int]()))

    var answered: [String: Int] { state.withLock { $0.answered } }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        await Task.yield()
        let isRefused = state.withLock { state in
            state.calls += 1
            let isRefused = request.model != "dear" && state.calls % 3 == 1
            if !isRefused { state.answered[request.model, default: 0] += 1 }
            return isRefused
        }
        if isRefused { throw ModelError(.rateLimited, "Not now.") }
        try await onEvent(.text("Hello."))
        try await onEvent(.usage(TokenUsage(prompt: 10, completion: 1)))
        try await onEvent(.finish(.stop))
    }
}
