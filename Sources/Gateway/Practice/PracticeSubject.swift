import Domain

/// The few words by which the practice model refers to a goal.
enum PracticeSubject {
    /// The goal's first clause, at most 60 characters, not cut inside a word.
    static func short(_ goal: String) -> String {
        let clause = goal.split(whereSeparator: { ".;\n".contains($0) }).first.map(\.trimmed) ?? "the goal"
        guard clause.count > 60 else { return clause }
        let cut = clause.prefix(60)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end].trimmed + "…"
    }
}
