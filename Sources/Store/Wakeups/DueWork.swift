import Domain

/// The work that may begin now, company by company in turn, with nobody and nothing in it twice.
///
/// The statements name the status as a literal: only then does SQLite use the indexes that are kept for it.
struct DueWork {
    private var companies: [Queue]
    private var turn = 0
    /// The employees, threads and tickets for which something is going on.
    private var busy: Set<String>
    private let page: Int

    private struct Queue {
        let company: Company.ID
        var waiting: [WakeupRequest] = []
        /// Employees whose work has been looked at already.
        var seen: [Employee.ID]
        var isExhausted = false
    }

    init(limit: Int, in transaction: any Transaction) throws {
        let claims = try transaction.rows(
            "SELECT agent_id, thread_id, ticket_id FROM agent_wakeup_requests WHERE status = 'processing'"
        ) { row in try (0..<3).map { try String?(column: row.value(at: $0)) } }
        busy = Set(claims.flatMap { $0 }.compactMap { $0 })
        let working = claims.compactMap { $0.first ?? nil }.map { Employee.ID($0) }
        let waiting: [Company.ID] = try transaction.values(
            """
            SELECT c.id FROM companies c WHERE c.status = 'running'
              AND EXISTS (SELECT 1 FROM agent_wakeup_requests w WHERE w.company_id = c.id AND w.status = 'pending') ORDER BY c.id
            """)
        companies = waiting.map { Queue(company: $0, seen: working) }
        page = limit + 8
    }

    /// The next piece of work; after the last company's turn it is the first one's again.
    mutating func next(in transaction: any Transaction) throws -> WakeupRequest? {
        while !companies.isEmpty {
            turn = turn % companies.count
            if let work = try take(from: turn, in: transaction) {
                turn += 1
                busy.formUnion([work.agentID.rawValue, work.threadID?.rawValue, work.ticketID?.rawValue].compactMap { $0 })
                return work
            }
            companies.remove(at: turn)
        }
        return nil
    }

    private mutating func take(from place: Int, in transaction: any Transaction) throws -> WakeupRequest? {
        while true {
            if companies[place].waiting.isEmpty {
                guard !companies[place].isExhausted else { return nil }
                try fill(place, in: transaction)
                if companies[place].waiting.isEmpty { return nil }
            }
            let work = companies[place].waiting.removeFirst()
            let needs = [work.agentID.rawValue, work.threadID?.rawValue, work.ticketID?.rawValue].compactMap { $0 }
            if busy.isDisjoint(with: needs) { return work }
        }
    }

    private mutating func fill(_ place: Int, in transaction: any Transaction) throws {
        let found = try transaction.select(
            WakeupRequest.self,
            """
            WHERE company_id = \(companies[place].company) AND status = 'pending' AND scheduled_for <= \(transaction.now)
              AND coalesce(next_retry_at, 0) <= \(transaction.now) AND agent_id NOT IN \(list: companies[place].seen)
            ORDER BY priority * 60000 - scheduled_for DESC, id LIMIT \(page)
            """)
        companies[place].waiting = found
        companies[place].isExhausted = found.count < page
        companies[place].seen += Set(found.map(\.agentID))
    }
}
