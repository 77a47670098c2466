import Domain
import Gateway
import Store
import TestSupport
import Testing

/// What a company at work makes of a provider that fails in every way there is.
@Suite(.timeLimit(.minutes(10)))
struct PracticeFailureTests {
    @Test(
        arguments: [
            "rate-limited/3", "overloaded/3", "unreachable/2", "stall/4", "half/4", "garbage/4", "wrong-usage", "no-usage",
            "quota/5",
        ])
    func `a goal is reached all the same, and every call is accounted for`(fault: String) async throws {
        let office = try await Office()
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "UPDATE providers SET config_json = \(JSONColumn(["default_model": .string("practice+\(fault)")] as JSONValue))")
        }
        let ticket = try await office.file("Write a short guide", for: office.writer)
        try await office.workUntilIdle(with: PracticeProvider(time: office.time, pace: .zero))
        #expect(try await office.ticket(ticket.id).status == .done)
        #expect(try await office.broken() == [])
        let runs = try await office.all(Run.self)
        #expect(runs.allSatisfy { $0.promptTokens >= 0 && $0.completionTokens >= 0 && $0.costUsd >= .zero })
        if fault.hasSuffix("usage") { #expect(runs.contains { $0.promptTokens > 0 && $0.completionTokens > 0 }) }
    }
}
