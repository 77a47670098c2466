/// An employee as far as it matters for whom a message is meant.
package struct Addressee: Hashable, Sendable {
    /// Where an employee stands in a thread.
    package enum Place: Hashable, Sendable {
        case member
        /// Reads along; only their own name wakes them.
        case observer
        /// No member, and of the same company.
        case outside
    }

    package let id: Employee.ID
    package let name: String
    package let title: String
    package let roleID: String
    package let level: EmployeeLevel
    package let place: Place
    /// Whether they answer at all: not the program's own agents, and nobody who has left.
    package let answers: Bool

    package init(
        id: Employee.ID, name: String, title: String, roleID: String, level: EmployeeLevel, place: Place, answers: Bool = true
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.roleID = roleID
        self.level = level
        self.place = place
        self.answers = answers
    }
}

extension Addressee {
    /// The higher place in the company first, and of equals the one who comes first.
    static func mostSenior(of people: [Addressee]) -> [Addressee] {
        people.enumerated().sorted { left, right in
            (left.element.level.rank ?? 9, left.offset) < (right.element.level.rank ?? 9, right.offset)
        }.map(\.element)
    }
}
