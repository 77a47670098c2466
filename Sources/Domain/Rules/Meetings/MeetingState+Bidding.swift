// How the floor passes on by itself: everybody bids with how much what was just said is theirs to answer.
extension MeetingState {
    /// Whoever bids most of those who may speak; nobody when all have passed since something was said.
    func highestBid() -> MeetingPlan? {
        let round = 1 + discussed.count / max(1, present.count)
        guard round <= roundLimit else { return nil }
        let passed = Set(turns.reversed().prefix { $0.status == .passed }.map(\.employeeID))
        let silent = present.filter { $0.id != turns.last?.employeeID && !passed.contains($0.id) && $0.id != lastSpeaker }
        guard !silent.isEmpty else { return nil }
        let fair = silent.filter(isWithinShare)
        let best = (fair.isEmpty ? silent : fair).enumerated().max { left, right in
            (bid(of: left.element), -left.offset) < (bid(of: right.element), -right.offset)
        }
        return best.map { MeetingPlan(phase: .discussion, round: round, speaker: $0.element.id, reason: .bid) }
    }

    /// How much what was just said calls for an answer of this person, and how long nobody has heard them.
    package func bid(of person: Person) -> Int {
        let words = MeetingWords(lastWords)
        var bid = 0
        if words.mentions(person.name) { bid += 60 }
        if words.isAddressed(to: person.name) { bid += 40 }
        bid += min(30, 10 * words.shared(with: person.title))
        let last = turns.lastIndex { $0.employeeID == person.id && $0.status == .spoken }
        bid += last.map { min(20, 3 * (turns.count - 1 - $0)) } ?? 25
        return person.id == chair ? bid - 15 : bid
    }

    /// Who said something last, whoever passed since.
    private var lastSpeaker: Employee.ID? { turns.last { $0.status != .passed }?.employeeID }

    /// Nobody has more than two turns in five, or a little over an even share where few are there.
    private func isWithinShare(_ person: Person) -> Bool {
        let share = max(400, 1000 / max(1, present.count) + 100)
        let own = discussed.count { $0.employeeID == person.id }
        return (own + 1) * 1000 <= max(1000, share * (discussed.count + 1))
    }
}
