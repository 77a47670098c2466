import Domain
import Testing

@testable import teamx

struct PriceChangeTests {
    @Test func `a list that differs is told amount by amount, and the same amount is no difference`() {
        let now: [JSONValue] = [
            ["kind": "openai", "model": "a", "input": "1", "output": "2", "effective_from": .null],
            ["kind": "openai", "model": "a", "input": "9", "output": "9", "effective_from": "2030-01-01"],
        ]
        let news: [JSONValue] = [
            ["kind": "openai", "model": "a", "input": "1.0", "output": "3", "cache_read": "0.5"],
            ["kind": "groq", "model": "b*", "input": "4", "output": "5"],
        ]
        let lines = PriceChange.all(from: now, to: news).map { "\($0.kind) \($0.model) \($0.price) \($0.now ?? "-") \($0.then)" }
        #expect(
            lines == [
                "openai a output 2 3", "openai a cache_read - 0.5", "groq b* input - 4", "groq b* output - 5",
            ])
    }
}
