/// Makes one list of several, each of which has its own idea of what comes first.
package enum RankFusion {
    /// How little it says to be the very first.
    private static let damping = 60.0

    /// All members of the lists with the sums of their reciprocal ranks, the highest first.
    ///
    /// Of members with equal sums the one comes first that `precedes`.
    package static func fuse<Member: Hashable>(
        _ lists: [[Member]], precedes: (Member, Member) -> Bool
    ) -> [(member: Member, score: Double)] {
        var scores: [Member: Double] = [:]
        for list in lists {
            var seen: Set<Member> = []
            for (place, member) in list.enumerated() where seen.insert(member).inserted {
                scores[member, default: 0] += 1 / (damping + Double(place + 1))
            }
        }
        return scores.map { (member: $0.key, score: $0.value) }.sorted {
            $0.score != $1.score ? $0.score > $1.score : precedes($0.member, $1.member)
        }
    }
}
