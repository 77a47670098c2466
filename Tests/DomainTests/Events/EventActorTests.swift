import Testing

@testable import Domain

struct EventActorTests {
    @Test(arguments: [
        (EventActor.orchestrator, ActorKind.orchestrator, "orchestrator"), (.system("copilot"), .system, "copilot"),
        (.employee(Employee.ID("e1")), .employee, "e1"), (.user("o1"), .user, "o1"),
    ])
    func `an actor has a kind and an id`(actor: EventActor, kind: ActorKind, id: String) {
        #expect(actor == EventActor(kind: kind, id: id))
    }
}
