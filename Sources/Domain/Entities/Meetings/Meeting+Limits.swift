extension Meeting {
    /// How far a meeting may go.
    package struct Limits: Codable, Hashable, Sendable {
        /// Turns besides the closing one and those that a person asks for.
        package var turns: Int?
        package var minutes: Int?
        package var costUsd: Money?
        /// How often everybody is heard.
        package var rounds: Int?

        package enum CodingKeys: String, CodingKey, CaseIterable {
            case turns
            case minutes
            case costUsd = "cost_usd"
            case rounds
        }

        package init(turns: Int? = nil, minutes: Int? = nil, costUsd: Money? = nil, rounds: Int? = nil) {
            self.turns = turns
            self.minutes = minutes
            self.costUsd = costUsd
            self.rounds = rounds
        }

        /// The same with sensible limits where there were none.
        ///
        /// - Throws: ``RuleViolation`` naming the limit that is out of its range.
        package func settled(for mode: MeetingMode, attendees: Int) throws(RuleViolation) -> Limits {
            try Self.check(turns, "limits.turns", 1...200)
            try Self.check(minutes, "limits.minutes", 1...480)
            try Self.check(rounds, "limits.rounds", 1...20)
            if let costUsd, costUsd <= .zero || costUsd > Self.mostCost {
                throw .invalid(field: "limits.cost_usd", reason: "must be more than 0 and at most \(Self.mostCost)")
            }
            let rounds = rounds ?? (mode == .roundRobin ? 2 : 3)
            let speeches = mode == .chairDirected ? 2 * attendees * rounds : attendees * rounds
            return Limits(
                turns: turns ?? min(200, max(8, 1 + speeches + attendees)), minutes: minutes ?? 30,
                costUsd: costUsd ?? Self.usualCost,
                rounds: rounds)
        }

        private static let usualCost = Money(nanoDollars: 2_000_000_000)
        private static let mostCost = Money(nanoDollars: 1_000_000_000_000)

        private static func check(_ value: Int?, _ field: String, _ range: ClosedRange<Int>) throws(RuleViolation) {
            guard let value, !range.contains(value) else { return }
            throw .invalid(field: field, reason: "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
