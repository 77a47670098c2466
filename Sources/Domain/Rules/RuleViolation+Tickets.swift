extension RuleViolation {
    /// The labels of a ticket without blanks around them, each once.
    ///
    /// - Throws: ``invalid(field:reason:allowed:)`` for a blank or long label, and for too many.
    package static func labels(_ labels: [String]) throws(RuleViolation) -> [String] {
        var known: [String] = []
        for label in labels {
            let label = try nonBlank(label, "labels", limit: 50)
            if !known.contains(label) { known.append(label) }
            guard known.count <= 20 else { throw .invalid(field: "labels", reason: "must be at most 20") }
        }
        return known
    }

    /// How long something may take.
    ///
    /// - Throws: ``invalid(field:reason:allowed:)`` outside of an hour and a year.
    package static func hours(_ hours: Int?, _ field: String) throws(RuleViolation) -> Int? {
        guard let hours else { return nil }
        guard (1...8760).contains(hours) else { throw .invalid(field: field, reason: "must be from 1 to 8760") }
        return hours
    }
}
