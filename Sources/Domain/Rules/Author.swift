/// Who writes or files something: the human operator, an employee, or the program itself.
package struct Author: Hashable, Sendable {
    package let kind: AuthorKind
    package let id: String

    package init(kind: AuthorKind, id: String) {
        self.kind = kind
        self.id = id
    }

    package static func user(_ id: Operator.ID) -> Author { Author(kind: .user, id: id.rawValue) }
    package static func employee(_ id: Employee.ID) -> Author { Author(kind: .employee, id: id.rawValue) }
    package static let system = Author(kind: .system, id: "team-x")

    /// The employee, if it is one.
    package var employee: Employee.ID? { kind == .employee ? Employee.ID(id) : nil }

    package var actor: EventActor {
        switch kind {
        case .user: .user(id)
        case .employee: .employee(Employee.ID(id))
        case .system: .system(id)
        }
    }
}
