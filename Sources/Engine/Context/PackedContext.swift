import Domain

/// What a model is told, and what became of everything that might have been.
struct PackedContext: Hashable, Sendable {
    /// A block with what was decided.
    struct Block: Hashable, Sendable {
        let kind: ContextKind
        let origins: [ContextOrigin]
        let priority: ContextPriority
        let decision: ContextDecision
        let reason: ContextReason?
        /// What is there of it counts for.
        let tokens: Int
        /// What all of it would count for.
        let whole: Int
        /// What is there of it.
        let text: String
    }

    let budget: ContextBudget
    /// In the order in which they are told; messages last, the oldest of them first.
    let blocks: [Block]
    let turns: [ContextTurn]
    /// Whether messages before the first one were left out.
    let hasEarlierTurns: Bool

    /// With blocks that had their room beside the others in `budget`.
    func adding(_ more: [Block], in budget: ContextBudget) -> PackedContext {
        PackedContext(budget: budget, blocks: blocks + more, turns: turns, hasEarlierTurns: hasEarlierTurns)
    }

    var used: Int { blocks.reduce(0) { $0 + $1.tokens } }

    func text(of kinds: [ContextKind]) -> String {
        blocks.filter { kinds.contains($0.kind) && !$0.text.isEmpty }.map(\.text).joined(separator: "\n\n")
    }
}
