package import Domain

extension Routine {
    /// The company's routines, those first that are due next; what another program has garbled is among them.
    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [Routine] {
        let ids: [Routine.ID] = try transaction.values(
            """
            SELECT id FROM routines WHERE company_id = \(company)
            ORDER BY next_run_at IS NULL, next_run_at, name, created_at, id LIMIT 500
            """)
        return try read(ids, in: transaction)
    }

    /// All that name an employee in what they do, in whatever way.
    static func naming(_ employee: Employee.ID, of company: Company.ID, in transaction: any Transaction) throws -> [Routine] {
        let ids: [Routine.ID] = try transaction.values(
            """
            SELECT id FROM routines
            WHERE company_id = \(company) AND instr(work_config_json, \(employee.rawValue)) > 0 ORDER BY id
            """)
        return try read(ids, in: transaction)
    }

    /// The rows of these ids, each read by itself, so that one which another program has garbled keeps none of the others away.
    static func read(_ ids: [Routine.ID], in transaction: any Transaction) throws -> [Routine] {
        try ids.compactMap { id in
            do { return try transaction.find(Routine.self, id) } catch let error as StoreError where !error.isOfStorage {
                return try garbled(id, in: transaction)
            }
        }
    }

    /// As much as can be read of a row that holds words of another program.
    private static func garbled(_ id: Routine.ID, in transaction: any Transaction) throws -> Routine? {
        try transaction.rows(
            """
            SELECT company_id, name, slug, enabled, schedule_json, work_config_json, next_run_at, created_at, updated_at,
              trigger_kind FROM routines WHERE id = \(id)
            """
        ) { row in
            let kind = try String(column: row.value(at: 9))
            let isKnown = RoutineTrigger(reading: kind) != nil
            return Routine(
                id: id, companyID: try Company.ID(column: row.value(at: 0)), name: try String(column: row.value(at: 1)),
                slug: try String(column: row.value(at: 2)), enabled: try Bool(column: row.value(at: 3)),
                triggerKind: RoutineTrigger(reading: kind) ?? .interval,
                // A schedule of a kind that is not known is none, whatever it says.
                schedule: try LenientColumn(column: isKnown ? row.value(at: 4) : .text(kind)),
                workConfig: try LenientColumn(column: row.value(at: 5)),
                nextRunAt: try Timestamp?(column: row.value(at: 6)), createdAt: try Timestamp(column: row.value(at: 7)),
                updatedAt: try Timestamp(column: row.value(at: 8)))
        }.first
    }

    /// The company's routine that goes by this name: its id or its slug.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)``.
    package static func named(
        _ name: String, of company: Company.ID, in transaction: any Transaction
    ) throws -> Routine {
        let ids: [Routine.ID] = try transaction.values(
            """
            SELECT id FROM routines WHERE company_id = \(company) AND (id = \(name) OR slug = \(name))
            ORDER BY id = \(name) DESC LIMIT 1
            """)
        guard let routine = try read(ids, in: transaction).first else { throw RuleViolation.notFound(noun) }
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
