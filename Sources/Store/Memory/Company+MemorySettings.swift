package import Domain

extension Company {
    /// The most tokens of context that a turn may have, whatever the model's window; `nil` for as many as fit.
    package var contextBudget: Int? { number("context_budget") }

    /// How many messages a thread may grow by before its digest is made anew.
    package var digestThreshold: Int { number("digest_threshold") ?? Self.usualDigestThreshold }

    /// How many checkpoints of a thread are kept.
    package var checkpointHistory: Int { number("checkpoint_history") ?? 20 }

    static let usualDigestThreshold = 12
    /// The fewest messages that are worth a digest.
    static let leastDigestThreshold = 4

    static var memorySettings: [String] { memoryRanges.map(\.key) }

    private static let memoryRanges: [(key: String, range: ClosedRange<Int>)] = [
        ("context_budget", 1024...10_000_000), ("digest_threshold", leastDigestThreshold...1000),
        ("checkpoint_history", 1...500),
    ]

    /// - Throws: ``RuleViolation/invalid(field:reason:allowed:)`` for a number out of its range.
    static func checkMemory(settings changes: [String: JSONValue]) throws(RuleViolation) {
        for (key, range) in memoryRanges {
            guard let value = changes[key], value != .null else { continue }
            guard let number = value.integer, range.contains(Int(clamping: number)) else {
                throw .invalid(
                    field: "settings.\(key)", reason: "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
        }
    }

    private func number(_ key: String) -> Int? { settings.value[key]?.integer.map { Int(clamping: $0) } }
}
