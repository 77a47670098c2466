package import Domain

extension Routine {
    /// The company's routines, those first that are due next; what another program has garbled is among them.
    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [Routine] {
        try transaction.select(
            "WHERE company_id = \(company) ORDER BY next_run_at IS NULL, next_run_at, name, created_at, id LIMIT 500")
    }

    /// The company's routine that goes by this name: its id or its slug.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func named(
        _ name: String, of company: Company.ID, in transaction: any Transaction
    ) throws -> Routine {
        let found = try transaction.select(
            Routine.self, "WHERE company_id = \(company) AND (id = \(name) OR slug = \(name)) ORDER BY id = \(name) DESC LIMIT 1")
        guard let routine = found.first else { throw RuleViolation.notFound(noun) }
        return routine
    }

    /// The times that it was carried out, the newest first.
    package func runs(
        after place: ListPlace? = nil, limit: Int = 100, in transaction: any Transaction
    ) throws -> [RoutineRun] {
        try transaction.select(
            "WHERE routine_id = \(id)" + (place?.isBehindBegun ?? "") + "ORDER BY started_at DESC, id DESC LIMIT \(limit)")
    }

    /// The ticket of a run that has not come to its end.
    package func openTicket(in transaction: any Transaction) throws -> Ticket? {
        try transaction.select(
            Ticket.self,
            """
            WHERE id IN (SELECT ticket_id FROM routine_runs WHERE routine_id = \(id) AND status <> 'success')
              AND status <> \(TicketStatus.done) ORDER BY number DESC LIMIT 1
            """
        ).first
    }

    /// When the next routine that is switched on is due.
    package static func nextDue(in transaction: any Transaction) throws -> Timestamp? {
        try transaction.value("SELECT min(next_run_at) FROM routines WHERE enabled = 1 AND next_run_at > \(transaction.now)")
    }
}
