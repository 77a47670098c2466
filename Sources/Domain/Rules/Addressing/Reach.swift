/// Whom a message wakes, and whom it names in vain.
package struct Reach: Hashable, Sendable {
    /// In order, never more than ``Recipient/limit``.
    package var woken: [Recipient] = []
    /// Those whom the message means too, with why they are not woken.
    package var spared: [Spared] = []

    package struct Spared: Hashable, Sendable {
        package let employee: Employee.ID
        package let reason: SkipReason
    }

    init(_ meant: [Recipient], of letter: Letter) {
        let people = Dictionary(letter.people.map { ($0.id, $0) }) { first, _ in first }
        for recipient in meant {
            guard let person = people[recipient.employee] else { continue }
            if !person.answers {
                spared.append(Spared(employee: person.id, reason: .departed))
            } else if person.place == .observer, recipient.reason.isMention {
                spared.append(Spared(employee: person.id, reason: .observer))
            } else if woken.count == Recipient.limit {
                spared.append(Spared(employee: person.id, reason: .crowd))
            } else {
                woken.append(recipient)
            }
        }
    }
}
