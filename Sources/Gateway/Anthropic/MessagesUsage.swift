import Domain

/// The tokens of a message, which its first event and its last ones tell together.
///
/// What was read comes in three parts that do not overlap: what is new, what was put into the cache, what came from it.
struct MessagesUsage: Hashable, Sendable {
    private var fresh = 0
    private var cacheWrite = 0
    private var cacheRead = 0
    private var written = 0

    /// Takes in the counts of a `usage` object, each in place of the one before.
    ///
    /// - Returns: Whether there was anything to take. Counts are taken together or, when one is not credible, not at all.
    mutating func take(_ usage: JSONValue) -> Bool {
        let members = ["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens", "output_tokens"]
        let counts = members.map { TokenCount(usage[$0]) }
        guard counts.contains(where: { $0 != .missing }), !counts.contains(.worthless) else { return false }
        func latest(_ place: Int, _ before: Int) -> Int { if case .tokens(let count) = counts[place] { count } else { before } }
        fresh = latest(0, fresh)
        cacheWrite = latest(1, cacheWrite)
        cacheRead = latest(2, cacheRead)
        written = latest(3, written)
        return true
    }

    var total: TokenUsage {
        TokenUsage(prompt: fresh + cacheWrite + cacheRead, completion: written, cacheRead: cacheRead, cacheWrite: cacheWrite)
    }
}
