import Domain
import Testing

@testable import teamx

struct ServerNumberTests {
    private static let edge: Int64 = 1 << 53

    @Test(
        arguments: [
            (0, 0), (edge, Int(edge)), (-edge, Int(-edge)), (edge + 1, nil), (-edge - 1, nil), (.max, nil), (.min, nil),
        ] as [(Int64, Int?)])
    func `a number is taken while JSON carries it exactly`(number: Int64, taken: Int?) {
        let row: JSONValue = ["n": .integer(number)]
        #expect(row["n"]?.serverNumber == taken)
        #expect(row.int("n") == taken ?? 0)
        #expect(event("x", row).int("n") == taken)
    }

    @Test func `an event with an impossible number is no event, and its time is none`() {
        let json: JSONValue = ["event_type": "x", "seq": .integer(.max)]
        #expect(EventRecord(json) == nil)
        #expect(event("x", at: .max).createdAt.milliseconds == 0)
    }

    @Test func `sums stop at the ends`() {
        #expect(Int.max.addingClamped(1) == .max)
        #expect(Int.min.addingClamped(-1) == .min)
        #expect(1.addingClamped(-2) == -1)
        let most = Money(nanoDollars: .max)
        #expect(most.addingClamped(most) == most)
    }

    @Test func `figures of a server gone mad end nothing`() {
        let mad: JSONValue = [
            "run_id": "r", "ticket_id": "t", "employee_id": "e", "prompt_tokens": .integer(Self.edge),
            "completion_tokens": .integer(Self.edge), "cost_usd": "9000000000", "latency_ms": .integer(Self.edge),
        ]
        var figures = WorkFigures()
        var progress = TicketProgress(ticket: "t", label: "#1", names: [:])
        _ = progress.take(event("work.started", mad))
        for _ in 0..<1100 {
            figures.count(event("run.step", mad))
            _ = progress.take(event("run.step", mad))
        }
        #expect(figures.promptTokens == .max)
        #expect(progress.tokens == .max)
        let status = WorkStatus(time: .seconds(1), figures: figures, isConnected: true, who: nil, text: "").text(width: 200)
        #expect(status.contains("9223372036854.8M tok"))
        #expect(Spending(Array(repeating: mad, count: 1100)).promptTokens == .max)
    }
}
