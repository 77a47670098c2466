import Domain
import TestSupport
import Testing

@testable import Engine

/// What holds whatever there is to tell and however little room there is.
struct ContextPackerTests {
    /// Blocks, messages and a window by chance.
    struct Case {
        let blocks: [ContextBlock]
        let turns: [ContextTurn]
        let budget: ContextBudget

        init(seed: UInt64) {
            var random = SeededRandom(seed: seed)
            func words(_ most: Int) -> String {
                let count = Int.random(in: 0...most, using: &random)
                return (0..<count).map { _ in
                    ["plan", "überarbeiten", "0MfQ3xYz7", "表格", "🎉", "\n", "end."].randomElement(using: &random) ?? ""
                }
                .joined(separator: " ")
            }
            let kinds: [(ContextKind, ContextPriority)] = [
                (.role, .critical), (.policy, .critical), (.cause, .critical), (.ticket, .critical), (.ancestry, .medium),
                (.parts, .high), (.files, .high), (.facts, .high), (.digest, .high), (.retrieval, .low), (.company, .medium),
                (.task, .critical),
            ]
            blocks = kinds.map { kind, priority in
                let text = words(priority == .critical ? 200 : 500)
                return ContextBlock(
                    kind, priority, cutting: Bool.random(using: &random) ? .words : .lines,
                    share: kind == .retrieval ? 18 : 60,
                    irrelevant: Int.random(in: 0..<9, using: &random) == 0 && priority != .critical,
                    priority == .critical ? "# \(kind.rawValue) \(text)" : text)
            }
            let count = Int.random(in: 0...30, using: &random)
            turns = (0..<count).map { place in
                ContextTurn(
                    id: Message.ID("m\(place)"), author: Bool.random(using: &random) ? "Ada Moreau" : nil,
                    text: "word " + words(Int.random(in: 1...300, using: &random)))
            }
            let window = [2048, 3000, 4096, 8192, 12_288, 131_072].randomElement(using: &random) ?? 4096
            budget = ContextBudget(
                window: ModelWindow(tokens: window, source: .provider), tools: Int.random(in: 0...600, using: &random),
                output: 4096)
        }

        func packed() throws -> PackedContext {
            try ContextPacker.pack(blocks, turns: turns, hasEarlier: false, into: budget)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `what is told fits, whole and in order`(seed: UInt64) throws {
        let one = Case(seed: seed)
        let packed = try one.packed()
        #expect(packed.used <= one.budget.target)

        // The estimate of what is really said is no more than what was counted.
        let said = packed.text(of: Array(ContextKind.allCases.filter { $0 != .message }))
        let turns = packed.turns.reduce(0) { $0 + TokenEstimate.tokens(in: "\($1.author ?? ""): \($1.text)") }
        #expect(TokenEstimate.tokens(in: said) + turns <= packed.used)

        // No hole: what is there of the messages is the newest of them.
        #expect(packed.turns.map(\.id) == one.turns.suffix(packed.turns.count).map(\.id))
        #expect(packed.hasEarlierTurns == (packed.turns.count < one.turns.count))
        #expect(packed.turns.isEmpty == one.turns.isEmpty)

        for block in packed.blocks {
            if block.priority == .critical, block.whole > 0 { #expect(block.decision != .dropped, "\(block.kind)") }
            #expect((block.decision == .included) == (block.reason == nil))
            #expect(block.decision != .included || block.tokens == block.whole)
            #expect(block.tokens <= block.whole || block.kind == .message)
        }
        #expect(try one.packed() == packed)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `more room never tells less of the messages`(seed: UInt64) throws {
        let one = Case(seed: seed)
        let wide = ContextBudget(
            window: ModelWindow(tokens: one.budget.window.tokens * 2, source: .provider), tools: one.budget.tools, output: 4096)
        let more = try ContextPacker.pack(one.blocks, turns: one.turns, hasEarlier: false, into: wide)
        #expect(more.turns.count >= (try one.packed()).turns.count)
    }

    @Test func `a window that cannot hold what must be there says so`() {
        let budget = ContextBudget(window: ModelWindow(tokens: 1024, source: .provider), tools: 900, output: 4096)
        let error = #expect(throws: ContextTooSmall.self) {
            try ContextPacker.pack(
                [ContextBlock(.role, .critical, "You are Ada.")], turns: [], hasEarlier: false, into: budget)
        }
        #expect(error?.description.contains("1024") == true)
    }

    @Test func `retrieval has no more than its share, and says so`() throws {
        let text = String(repeating: "- a line of a file\n", count: 2000)
        let budget = ContextBudget(window: ModelWindow(tokens: 8192, source: .provider), tools: 0, output: 1024)
        let packed = try ContextPacker.pack(
            [ContextBlock(.retrieval, .low, share: 18, text)], turns: [], hasEarlier: false, into: budget)
        let block = try #require(packed.blocks.first)
        #expect(block.decision == .cut)
        #expect(block.reason == .categoryCap)
        #expect(block.tokens <= budget.target * 18 / 100)
        #expect(block.text.hasSuffix(String.cutMark))
    }

    @Test func `a list is cut between its lines`() {
        let list = (0..<50).map { "- 0MfQ3xYz7AbCdEfGhIjK\($0): Ada Moreau" }.joined(separator: "\n")
        let cut = list.cut(toTokens: 200, at: .lines)
        for line in cut.split(separator: "\n").dropLast() { #expect(line.hasSuffix(": Ada Moreau")) }
        #expect(TokenEstimate.tokens(in: cut) <= 200)
    }
}
