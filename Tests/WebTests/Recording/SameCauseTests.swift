import Domain
import Store
import Testing

@testable import Web

/// One wish is one cause, however often and however closely it is sent.
@Suite(.timeLimit(.minutes(10)))
struct SameCauseTests {
    @Test(arguments: MutatingRoute.all)
    func `a wish that is sent six times at once makes and wakes what it does once`(route: MutatingRoute) async throws {
        let once = try await rows(after: route, times: 1)
        let often = try await rows(after: route, times: 6)
        #expect(once == often)
    }

    /// How many rows there are of whatever a client could make twice, with the work that waits by its cause.
    private func rows(after route: MutatingRoute, times: Int) async throws -> [String: Int] {
        let door = try await Door()
        try await door.open { client async throws in
            let scene = try await route.scene(door, client)
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<times { group.addTask { try await route.send(in: scene).status < 300 } }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(answers.contains(true))
        }
        return try await door.store.read { transaction in
            let counts = try transaction.rows(Self.counts) {
                (try String(column: $0.value(at: 0)), try Int(column: $0.value(at: 1)))
            }
            return Dictionary(counts) { $0 + $1 }
        }
    }

    private static let counts: SQL = """
        SELECT 'messages', count(*) FROM messages
        UNION ALL SELECT 'tickets', count(*) FROM tickets
        UNION ALL SELECT 'meetings', count(*) FROM meetings
        UNION ALL SELECT 'threads', count(*) FROM threads
        UNION ALL SELECT 'employees', count(*) FROM employees
        UNION ALL SELECT 'goals', count(*) FROM goals
        UNION ALL SELECT 'projects', count(*) FROM projects
        UNION ALL SELECT 'files', count(*) FROM file_vault
        UNION ALL SELECT 'routines', count(*) FROM routines
        UNION ALL SELECT 'routine runs', count(*) FROM routine_runs
        UNION ALL SELECT 'calendar', count(*) FROM schedule_items
        UNION ALL SELECT 'questions', count(*) FROM questions
        UNION ALL SELECT 'checkpoints', count(*) FROM run_checkpoints
        UNION ALL SELECT 'reviews', count(*) FROM ticket_reviews
        UNION ALL SELECT 'guidance', count(*) FROM run_guidance
        UNION ALL SELECT 'work for ' || cause, count(*) FROM agent_wakeup_requests GROUP BY cause
        """
}
