import Domain
import Engine
import Store
import TestSupport

extension Office {
    /// Sets a routine up, as the owner.
    func plan(
        _ schedule: RoutineSchedule, for employee: Employee?, title: String = "Look at the mail", overlap: RoutineOverlap = .skip,
        enabled: Bool = true
    ) async throws -> Routine {
        try await store.write {
            try Routine.plan(
                Routine.Draft(
                    name: "Morning mail", schedule: schedule,
                    work: RoutineWork(title: title, assigneeID: employee?.id, labels: ["mail"], overlap: overlap),
                    enabled: enabled), of: company.id, by: .user(owner.id), in: $0)
        }
    }

    func routine(_ id: Routine.ID) async throws -> Routine {
        try await store.read { try Routine.require(id, of: company.id, in: $0) }
    }

    /// The runs of a routine, the oldest first.
    func runs(of routine: Routine) async throws -> [RoutineRun] {
        try await store.read { try routine.runs(limit: 500, in: $0) }.reversed()
    }

    /// What a look of the dispatcher starts.
    func startDue() async throws { _ = try await store.write { try Routine.startDue(in: $0) } }

    /// Moves the clock to when a routine is due next.
    func awaitNext(_ routine: Routine, and more: Duration = .zero) async throws {
        guard let next = try await self.routine(routine.id).nextRunAt else { throw RuleViolation.notFound("next run") }
        time.advance(by: next - time.now() + more)
    }

    /// Closes the ticket of a run, as the owner.
    func close(_ run: RoutineRun?) async throws {
        guard let id = run?.ticketID else { throw RuleViolation.notFound("ticket") }
        try await store.write {
            try Ticket.require(id, of: company.id, in: $0).close(by: .user(owner.id.rawValue), in: $0)
        }
    }

    /// The payloads of the events of a type.
    func events(_ type: EventType) async throws -> [JSONValue] {
        try await store.read { transaction in
            try Event.page(of: company.id, after: 0, limit: 100_000, in: transaction)
                .filter { $0.eventType == type.rawValue }.compactMap(\.payload.value)
        }
    }

    func explain(_ routine: Routine) async throws -> Explanation {
        let terms = DispatchTerms(providers: OneModel(ScriptedModel([])), slots: 6)
        return try await store.read {
            try Explanation.of(Routine.require(routine.id, of: company.id, in: $0), on: terms, in: $0)
        }
    }
}
