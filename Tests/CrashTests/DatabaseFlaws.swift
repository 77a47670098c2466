import Domain
import Store
import TestSupport
import Testing

/// What must not be in a database, whatever happened to the server that wrote it.
enum DatabaseFlaws {
    /// Opens the database of a server that has ended, and hands it to `body`.
    static func reading<Result: Sendable>(
        _ data: String, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let engine = try SQLiteEngine(path: data + "/team-x.sqlite", time: ManualTime(), ids: IDGenerator()) { _ in }
        let result = try await engine.read(body)
        try await engine.close()
        return result
    }

    /// What is wrong, in words; nothing in a database whose work has come to its end.
    static func found(in transaction: any Transaction) throws -> [String] {
        var flaws = try rules.filter { try transaction.exists($0.1) }.map(\.0)
        for run in try Run.mischarged(in: transaction) { flaws.append("run \(run) is not charged rightly") }
        for company in try Event.companies(in: transaction) {
            if let flaw = try Event.verify(company, in: transaction).flaw { flaws.append("chain: \(flaw.reason)") }
        }
        return flaws
    }

    private static let rules: [(String, SQL)] = [
        ("a run is not ended", "SELECT id FROM runs WHERE status = 'running' OR ended_at IS NULL"),
        ("work is left", "SELECT id FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')"),
        ("a meeting is still on", "SELECT id FROM meetings WHERE status <> 'ended'"),
        ("a checkout is left", "SELECT id FROM ticket_checkouts WHERE status = 'active'"),
        (
            "work was done twice",
            "SELECT wakeup_id FROM runs WHERE status = 'success' AND wakeup_id IS NOT NULL GROUP BY wakeup_id HAVING count(*) > 1"
        ),
        (
            "there are more answers than turns",
            """
            SELECT said.thread_id FROM (
              SELECT m.thread_id, count(*) n FROM messages m JOIN threads t ON t.id = m.thread_id
              WHERE t.kind = 'dm' AND m.author_kind = 'employee' GROUP BY m.thread_id) said
            LEFT JOIN (SELECT thread_id, count(*) n FROM runs WHERE status = 'success' GROUP BY thread_id) done
              ON done.thread_id = said.thread_id
            WHERE said.n > coalesce(done.n, 0)
            """
        ),
        (
            "a ticket was closed twice",
            "SELECT json_extract(payload_json, '$.ticket_id') t FROM events WHERE event_type = 'ticket.closed' GROUP BY t HAVING count(*) > 1"
        ),
        ("two tickets have one title", "SELECT title FROM tickets GROUP BY parent_ticket_id, title HAVING count(*) > 1"),
        ("somebody was hired twice", "SELECT name FROM employees GROUP BY company_id, name HAVING count(*) > 1"),
        (
            "a message has no event, or two",
            """
            SELECT m.id FROM messages m LEFT JOIN (
              SELECT json_extract(payload_json, '$.message_id') id, count(*) n FROM events
              WHERE event_type = 'message.persisted' GROUP BY 1) e ON e.id = m.id
            WHERE coalesce(e.n, 0) <> 1
            """
        ),
        ("money is set aside for nothing", "SELECT id FROM budget_reservations WHERE state = 'held'"),
        ("a budget says that something is reserved", "SELECT policy_id FROM budget_periods WHERE reserved_nano <> 0"),
        ("a foreign key dangles", "SELECT 1 FROM pragma_foreign_key_check"),
        (
            "a file was written twice for one ticket in one round",
            "SELECT ticket_id FROM ticket_attachments GROUP BY ticket_id, file_id HAVING count(*) > 1"
        ),
    ]
}
