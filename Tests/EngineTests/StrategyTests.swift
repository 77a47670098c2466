import Domain
import Engine
import Store
import TestSupport
import Testing

/// How many work at the same time, changed while they do.
@Suite(.timeLimit(.minutes(10)))
struct StrategyTests {
    @Test func `a strategy says how many work at the same time, and a number of slots says it better`() async throws {
        let office = try await Office()
        try await office.store.write { try Setting.change(.strategy, to: "lean", by: .user("o"), in: $0) }
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("Hello", to: employee)
        }
        let lean = TogetherModel(2, of: 4)
        try await office.workUntilIdle(with: lean)
        #expect(lean.most == 2)
        try await office.store.write { try Setting.change(.slots, to: 3, by: .user("o"), in: $0) }
        for employee in [office.chief, office.manager, office.writer] { try await office.say("Hello", to: employee) }
        let three = TogetherModel(3, of: 3)
        try await office.workUntilIdle(with: three)
        #expect(three.most == 3)
    }

    @Test func `the cap of a kind counts where the row has none of its own`() async throws {
        let office = try await Office()
        let caps: JSONValue = ["anthropic": 2, "practice": 2]
        try await office.store.write { try Setting.change(.concurrencyCaps, to: caps, by: .user("o"), in: $0) }
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("Hello", to: employee)
        }
        let model = TogetherModel(2, of: 4)
        try await office.workUntilIdle(with: model)
        #expect(model.most == 2)
    }

    @Test(arguments: [JSONValue.null, "fast", 3, ["frob": 3], ["openai": 0], ["openai": "3"], ["openai": 100_000]])
    func `what cannot be is refused`(value: JSONValue) async throws {
        let office = try await Office()
        for key in [SettingKey.strategy, .concurrencyCaps] {
            await #expect(throws: RuleViolation.self) {
                try await office.store.write { try Setting.change(key, to: value, by: .user("o"), in: $0) }
            }
        }
    }
}
