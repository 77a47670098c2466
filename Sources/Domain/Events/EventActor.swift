/// Who caused an event.
package struct EventActor: Hashable, Sendable {
    package var kind: ActorKind
    /// The id of an operator or an employee, or the name of a part of the program, as the kind says.
    package var id: String

    package init(kind: ActorKind, id: String) {
        self.kind = kind
        self.id = id
    }

    /// The one who decides which work is done when.
    package static let orchestrator = EventActor(kind: .orchestrator, id: "orchestrator")

    /// The part of the program with the name `part`, or a routine with that id.
    package static func system(_ part: String) -> EventActor { EventActor(kind: .system, id: part) }

    package static func employee(_ id: Employee.ID) -> EventActor { EventActor(kind: .employee, id: id.rawValue) }

    /// The operator with the id `id`.
    package static func user(_ id: String) -> EventActor { EventActor(kind: .user, id: id) }
}
