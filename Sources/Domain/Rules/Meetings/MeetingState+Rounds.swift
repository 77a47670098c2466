// How the floor passes on in rounds, and under a chair who directs.
extension MeetingState {
    /// The first of the round who was not heard; a round in which everybody passes is the last.
    func nextInRound() -> MeetingPlan? {
        // Whoever was away in an earlier round is heard in this one, and that one is not begun again.
        let current = discussed.map(\.round).max() ?? 1
        guard current <= roundLimit else { return nil }
        for round in max(1, current)...roundLimit {
            let before = discussed.filter { $0.round == round - 1 }
            if !before.isEmpty, before.allSatisfy({ $0.status == .passed }) { return nil }
            let heard = Set(discussed.filter { $0.round == round }.map(\.employeeID))
            if let next = others.first(where: { !heard.contains($0.id) }) {
                return MeetingPlan(phase: .discussion, round: round, speaker: next.id, reason: .round)
            }
        }
        return nil
    }

    /// Whom the chair gave the floor to, else whoever was heard least; after each of them it is the chair's turn.
    func directed() -> MeetingPlan? {
        let speeches = discussed.count { $0.employeeID != chair }
        let round = 1 + speeches / max(1, others.count)
        guard round <= roundLimit else { return nil }
        let last = turns.last { ($0.phase == .discussion || $0.phase == .opening) && Self.directs($0) }
        guard let last, last.employeeID == chair else {
            return MeetingPlan(phase: .discussion, round: round, speaker: chair, reason: .directs)
        }
        if let named = others.first(where: { $0.id == last.givesTo }) {
            return MeetingPlan(
                phase: .discussion, round: round, speaker: named.id, reason: .floor, question: last.givesQuestion)
        }
        return leastHeard().map { MeetingPlan(phase: .discussion, round: round, speaker: $0, reason: .leastHeard) }
    }

    /// What a person asks for does not change who is next, unless the floor is given in it.
    private static func directs(_ turn: Meeting.Turn) -> Bool {
        turn.status != .skipped && (!turn.reason.isOfPerson || turn.givesTo != nil)
    }

    /// Of the attendees the one who spoke least, not twice in a row where there is another.
    func leastHeard() -> Employee.ID? {
        let last = turns.last?.employeeID
        let candidates = others.count > 1 ? others.filter { $0.id != last } : others
        let counts = Dictionary(grouping: turns.filter { $0.status != .skipped }, by: \.employeeID).mapValues(\.count)
        return candidates.enumerated().min { (counts[$0.element.id] ?? 0, $0.offset) < (counts[$1.element.id] ?? 0, $1.offset) }?
            .element.id
    }
}
