import Domain

/// The work that may begin now, company by company in turn, with nobody and nothing in it twice.
struct DueWork {
    private var companies: [CompanyQueue]
    private var turn: Int
    /// The employees, threads and tickets for which something is going on, and the tickets that a person has halted.
    private var busy: Set<String>
    private let decide: (WakeupRequest) throws -> WakeupRequest.Decision

    private struct Claim {
        let company: Company.ID
        let cause: WakeupCause
        let agent: Employee.ID
        let subjects: [String]
    }

    /// - Parameters:
    ///   - limit: How much is wanted.
    ///   - last: The company that was served last; the turn begins with the one after it.
    ///   - decide: Whether the provider of a piece of work has room for it.
    init(
        limit: Int, after last: Company.ID?, decide: @escaping (WakeupRequest) throws -> WakeupRequest.Decision,
        in transaction: any Transaction
    ) throws {
        let claims = try Self.claims(in: transaction)
        // A ticket may be taken by somebody who has no claim here.
        let taken: [String] = try transaction.values(
            "SELECT ticket_id FROM ticket_checkouts WHERE status = \(CheckoutStatus.active)")
        let stopped: [String] = try transaction.values(TicketHalt.tickets)
        busy = Set(claims.flatMap { $0.subjects } + taken + stopped)
        let held: [Employee.ID] = try transaction.values("SELECT employee_id FROM work_holds WHERE employee_id IS NOT NULL")
        let unavailable = claims.map(\.agent) + held
        // A meeting begins when the company's other work has come to rest.
        let draining = Set(claims.filter { !$0.cause.isOfMeeting }.map(\.company))
        let open = try transaction.rows(
            """
            SELECT c.id, c.status FROM companies c WHERE c.status IN \(list: [CompanyStatus.running, .meeting])
              AND EXISTS (SELECT 1 FROM agent_wakeup_requests w WHERE w.company_id = c.id AND w.status = \(WakeupStatus.pending))
            ORDER BY c.id
            """
        ) { row in (try Company.ID(column: row.value(at: 0)), try CompanyStatus(column: row.value(at: 1))) }
        let queues = try open.filter { $0.1 == .running || !draining.contains($0.0) }.map { id, status in
            try CompanyQueue(of: id, isInMeeting: status == .meeting, without: unavailable, page: limit + 8, in: transaction)
        }
        companies = queues
        turn = last.flatMap { last in queues.firstIndex { $0.company > last } } ?? 0
        self.decide = decide
    }

    private static func claims(in transaction: any Transaction) throws -> [Claim] {
        try transaction.rows(
            """
            SELECT company_id, cause, agent_id, thread_id, ticket_id FROM agent_wakeup_requests
            WHERE status = \(WakeupStatus.processing) AND cause <> \(WakeupCause.digest)
            """
        ) { row in
            Claim(
                company: try Company.ID(column: row.value(at: 0)), cause: try WakeupCause(column: row.value(at: 1)),
                agent: try Employee.ID(column: row.value(at: 2)),
                subjects: try (2..<5).compactMap { try String?(column: row.value(at: $0)) })
        }
    }

    /// The next piece of work; after the last company's turn it is the first one's again.
    mutating func next(in transaction: any Transaction) throws -> WakeupRequest? {
        while !companies.isEmpty {
            turn = turn % companies.count
            if let work = try companies[turn].next(busy: busy, decide: decide, in: transaction) {
                turn += 1
                busy.formUnion(work.subjects)
                return work
            }
            companies.remove(at: turn)
        }
        return nil
    }
}

extension WakeupRequest {
    /// Whom and what the work is about; nothing of it may be in two turns at the same time.
    ///
    /// A digest is nobody's turn: it keeps no one from working, and no thread from going on.
    var subjects: [String] {
        cause == .digest ? [] : [agentID.rawValue, threadID?.rawValue, ticketID?.rawValue].compactMap { $0 }
    }
}
