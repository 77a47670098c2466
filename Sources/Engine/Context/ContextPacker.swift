import Domain

/// Fits blocks and messages into the room there is.
///
/// What is critical comes first, cut if it must be; the newest message is. Half of what is left is kept for the messages
/// before it, as far as they need it; the other blocks follow by priority, and what they leave is for messages too. Of those
/// the newest come first, without a hole: one that does not fit ends the list.
struct ContextPacker {
    private let budget: ContextBudget
    private var decided: [Int: PackedContext.Block] = [:]

    /// - Parameters:
    ///   - blocks: In the order in which they shall be told.
    ///   - turns: The oldest first.
    ///   - hasEarlier: Whether there are messages before these.
    /// - Throws: ``ContextTooSmall``.
    static func pack(
        _ blocks: [ContextBlock], turns: [ContextTurn], hasEarlier: Bool, into budget: ContextBudget
    ) throws(ContextTooSmall) -> PackedContext {
        var packer = ContextPacker(budget: budget)
        return try packer.pack(blocks, turns, hasEarlier)
    }

    private init(budget: ContextBudget) { self.budget = budget }

    private mutating func pack(
        _ blocks: [ContextBlock], _ turns: [ContextTurn], _ hasEarlier: Bool
    ) throws(ContextTooSmall) -> PackedContext {
        var room = budget.target
        let newest = try placeCritical(blocks, turns.last, &room)
        let earlier = turns.dropLast()
        let limit = max(64, min(budget.target / 6, 4000))
        let need = earlier.reduce(0) { $0 + min($1.tokens, limit) }
        let kept = min(need, room / 2)
        var forBlocks = room - kept
        let before = forBlocks
        for priority in [ContextPriority.high, .medium, .low] {
            for (place, block) in blocks.enumerated() where block.priority == priority {
                placeOther(block, at: place, &forBlocks)
            }
        }
        room -= before - forBlocks
        let said = placeTurns(earlier, limit: limit, room) + (newest.map { [$0] } ?? [])
        let messages = report(turns, said)
        let ordered = blocks.indices.compactMap { decided[$0] }
        return PackedContext(
            budget: budget, blocks: ordered + messages, turns: said, hasEarlierTurns: hasEarlier || said.count < turns.count)
    }

    /// Places what must be there, and returns the newest message, cut if need be.
    private mutating func placeCritical(
        _ blocks: [ContextBlock], _ newest: ContextTurn?, _ room: inout Int
    ) throws(ContextTooSmall) -> ContextTurn? {
        let critical = blocks.enumerated().filter { $0.element.priority == .critical && $0.element.irrelevance == nil }
        for (place, block) in blocks.enumerated() where block.priority == .critical && block.irrelevance != nil {
            decided[place] = block.dropped(block.irrelevance ?? .empty)
        }
        let turnFloor = newest?.floor ?? 0
        let least = critical.reduce(turnFloor) { $0 + $1.element.floor }
        guard least <= room else { throw ContextTooSmall(budget: budget, needed: least) }
        let needs = critical.map { ($0.element.floor, $0.element.tokens) } + (newest.map { [(turnFloor, $0.tokens)] } ?? [])
        let level = Self.level(needs, in: room)
        for (place, block) in critical {
            let made = block.placed(within: max(block.floor, level), reason: .window)
            decided[place] = made
            room -= made.tokens
        }
        guard let newest else { return nil }
        let turn = newest.cut(toTokens: max(turnFloor, level)) ?? ContextTurn(id: newest.id, author: newest.author, text: "[…]")
        room -= turn.tokens
        return turn
    }

    /// The most that each may have so that all fit, each having its least: found by halving.
    private static func level(_ needs: [(least: Int, all: Int)], in room: Int) -> Int {
        func total(_ level: Int) -> Int { needs.reduce(0) { $0 + min($1.all, max($1.least, level)) } }
        var (low, high) = (0, needs.map(\.all).max() ?? 0)
        if total(high) <= room { return high }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if total(middle) <= room { low = middle } else { high = middle }
        }
        return low
    }

    private mutating func placeOther(_ block: ContextBlock, at place: Int, _ room: inout Int) {
        if let reason = block.irrelevance {
            decided[place] = block.dropped(reason)
            return
        }
        let share = budget.target * block.share / 100
        let made = block.placed(within: min(room, share), reason: share < room ? .categoryCap : .window)
        decided[place] = made
        room -= made.tokens
    }

    private func placeTurns(_ turns: ArraySlice<ContextTurn>, limit: Int, _ room: Int) -> [ContextTurn] {
        var room = room
        var said: [ContextTurn] = []
        for turn in turns.reversed() {
            guard let part = turn.cut(toTokens: limit), part.tokens <= room else { break }
            room -= part.tokens
            said.append(part)
        }
        return said.reversed()
    }

    private func report(_ turns: [ContextTurn], _ said: [ContextTurn]) -> [PackedContext.Block] {
        let missing = turns.count - said.count
        return turns.enumerated().map { place, turn in
            let there = place < missing ? nil : said[place - missing]
            let decision: ContextDecision = there.map { $0 == turn ? .included : .cut } ?? .dropped
            return PackedContext.Block(
                kind: .message, origins: [ContextOrigin("messages", turn.id.rawValue, turn.author ?? "you")],
                priority: place == turns.count - 1 ? .critical : .high, decision: decision,
                reason: decision == .included ? nil : .window, tokens: there?.tokens ?? 0, whole: turn.tokens,
                text: there?.text ?? "")
        }
    }
}

extension ContextBlock {
    /// As much of the block as counts for `limit` tokens.
    fileprivate func placed(within limit: Int, reason: ContextReason) -> PackedContext.Block {
        if tokens <= limit { return decided(.included, nil, tokens, text) }
        // Less than this of anything says nothing.
        guard limit >= 40 || priority == .critical else { return dropped(reason) }
        let part = text.cut(toTokens: limit - Self.separator, at: cutting)
        guard !part.isEmpty else { return dropped(reason) }
        return decided(.cut, reason, TokenEstimate.tokens(in: part) + Self.separator, part)
    }

    fileprivate func dropped(_ reason: ContextReason) -> PackedContext.Block { decided(.dropped, reason, 0, "") }

    private func decided(
        _ decision: ContextDecision, _ reason: ContextReason?, _ tokens: Int, _ part: String
    ) -> PackedContext.Block {
        PackedContext.Block(
            kind: kind, origins: origins, priority: priority, decision: decision, reason: reason, tokens: tokens,
            whole: self.tokens, text: part)
    }
}
