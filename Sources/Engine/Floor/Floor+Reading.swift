package import Domain
package import Store

extension Floor {
    /// Reads the floor, with as many statements for two hundred people as for two.
    ///
    /// - Parameter months: What was counted of months before.
    /// - Throws: ``StoreError``.
    package init(
        _ company: Company, on terms: DispatchTerms, months: SpentMonths = SpentMonths(), in transaction: any Transaction
    ) throws {
        self.company = company
        sequence = try Event.lastSequence(of: company.id, in: transaction)
        let employees = try Employee.list(of: company.id, in: transaction)
        let managers = try Self.managers(in: company.id, transaction)
        let holds = try WorkHold.list(of: company.id, in: transaction)
        pause = holds.first { $0.employeeID == nil && $0.reason == .user } ?? holds.first { $0.employeeID == nil }
        let running = try transaction.select(
            Run.self, "WHERE status = \(RunStatus.running) AND company_id = \(company.id) ORDER BY started_at DESC")
        // A conversation may be summed up while its employee answers in another: what they write is looked at.
        let runs = Dictionary(running.map { ($0.employeeID, $0) }) { newer, older in
            newer.streamingSince == nil && older.streamingSince != nil ? older : newer
        }
        let pending = try Self.pending(in: company.id, transaction)
        let next = try Self.openTickets(of: company.id, transaction)
        let current = try Self.tickets(running.compactMap(\.ticketID) + pending.values.compactMap(\.ticketID), transaction)
        var reasons = try FloorReasons(
            company: company, employees: employees, holds: holds, pending: pending, tickets: next, on: terms, in: transaction)
        let deeds = try Self.deeds(in: company.id, transaction)
        working = reasons.working
        waiting =
            try transaction.value(
                """
                SELECT count(*) FROM (SELECT 1 FROM agent_wakeup_requests
                  WHERE company_id = \(company.id) AND status = \(WakeupStatus.pending) LIMIT \(Self.countLimit))
                """) ?? 0
        burn = try Burn(of: company, running: running, months, in: transaction)
        var people: [Person] = []
        for employee in employees {
            let run = runs[employee.id]
            let work = pending[employee.id]
            let reason = try run == nil ? reasons.reason(for: employee, in: transaction) : nil
            let held =
                holds.first { $0.employeeID == employee.id } ?? (reason.map { $0.reason != Self.idle } == true ? pause : nil)
            let ticket = (run?.ticketID ?? (run == nil ? work?.ticketID : nil)).flatMap { current[$0] }
            people.append(
                Person(
                    employee: employee, manager: managers[employee.id],
                    since: run?.startedAt ?? held?.placedAt ?? work?.createdAt ?? deeds[employee.id]?.at ?? employee.createdAt,
                    ticket: ticket ?? (run == nil ? next[employee.id] : nil), run: run, reason: reason,
                    lastDone: deeds[employee.id]))
        }
        self.people = people.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }

    private static func managers(
        in company: Company.ID, _ transaction: any Transaction
    ) throws -> [Employee.ID: Employee.ID] {
        let edges = try transaction.rows("SELECT report_id, manager_id FROM org_edges WHERE company_id = \(company)") {
            (try Employee.ID(column: $0.value(at: 0)), try Employee.ID(column: $0.value(at: 1)))
        }
        return Dictionary(edges) { first, _ in first }
    }

    /// The work of each that comes first among what waits.
    private static func pending(
        in company: Company.ID, _ transaction: any Transaction
    ) throws -> [Employee.ID: WakeupRequest] {
        let found = try transaction.all(
            WakeupRequest.self,
            """
            SELECT \(columns: WakeupRequest.self) FROM (
              SELECT *, row_number() OVER (
                PARTITION BY agent_id ORDER BY priority * 60000 - scheduled_for DESC, id) AS place
              FROM agent_wakeup_requests WHERE company_id = \(company) AND status = \(WakeupStatus.pending)
            ) WHERE place = 1
            """)
        return Dictionary(found.map { ($0.agentID, $0) }) { first, _ in first }
    }

    /// The ticket of each that is looked at first when it is asked why they do nothing.
    private static func openTickets(
        of company: Company.ID, _ transaction: any Transaction
    ) throws -> [Employee.ID: FloorTicket] {
        let found = try FloorTicket.read(
            """
            SELECT id, number, title, status, blocked_reason, assignee_id FROM (
              SELECT *, row_number() OVER (PARTITION BY assignee_id ORDER BY status = 'blocked' DESC, number) AS place
              FROM tickets WHERE company_id = \(company) AND status <> 'done' AND assignee_id IS NOT NULL
            ) WHERE place = 1
            """, transaction)
        return Dictionary(found.compactMap { ticket in ticket.assignee.map { ($0, ticket) } }) { first, _ in first }
    }

    private static func tickets(_ ids: [Ticket.ID], _ transaction: any Transaction) throws -> [Ticket.ID: FloorTicket] {
        let found = try FloorTicket.read(
            "SELECT id, number, title, status, blocked_reason, assignee_id FROM tickets WHERE id IN \(list: Set(ids).sorted())",
            transaction)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    private static func deeds(in company: Company.ID, _ transaction: any Transaction) throws -> [Employee.ID: Deed] {
        let found = try transaction.rows(
            """
            SELECT e.id, r.ended_at, r.status, t.number, t.title FROM employees e
            JOIN runs r ON r.id = (SELECT l.id FROM runs l WHERE l.employee_id = e.id AND l.ended_at IS NOT NULL
              ORDER BY l.started_at DESC LIMIT 1)
            LEFT JOIN tickets t ON t.id = r.ticket_id
            WHERE e.company_id = \(company)
            """
        ) { row in
            Deed(
                employee: try Employee.ID(column: row.value(at: 0)), at: try Timestamp(column: row.value(at: 1)),
                outcome: try RunStatus(column: row.value(at: 2)), number: try Int?(column: row.value(at: 3)),
                title: try String?(column: row.value(at: 4)))
        }
        return Dictionary(found.map { ($0.employee, $0) }) { first, _ in first }
    }
}

extension FloorTicket {
    fileprivate static func read(_ sql: SQL, _ transaction: any Transaction) throws -> [FloorTicket] {
        try transaction.rows(sql) { row in
            FloorTicket(
                id: try Ticket.ID(column: row.value(at: 0)), number: try Int?(column: row.value(at: 1)),
                title: try String(column: row.value(at: 2)), status: try TicketStatus(column: row.value(at: 3)),
                blockedReason: try String?(column: row.value(at: 4)), assignee: try Employee.ID?(column: row.value(at: 5)))
        }
    }
}

extension Floor.Person {
    /// Who is looked at first comes first.
    fileprivate var place: Int {
        switch employee.status {
        case .blocked: 0
        case .streaming: 1
        case .thinking: 2
        case .meeting: 3
        case .idle, .error: run != nil ? 2 : isIdle ? 5 : 4
        case .offline, .fired, .archived: 6
        }
    }
}

extension Floor.Burn {
    fileprivate init(of company: Company, running: [Run], _ months: SpentMonths, in transaction: any Transaction) throws {
        let month = CalendarMonth(of: transaction.now, in: company.quietHours?.zone ?? transaction.zone)
        let underWay = try Run.underWay(of: company.id, among: running, in: transaction)
        func spent(from start: Timestamp, until end: Timestamp) throws -> Money {
            var ledgers = try BudgetLedgerEntry.booked(of: company.id, from: start, until: end, in: transaction)
            ledgers.add(underWay)
            return ledgers.billed
        }
        hour = try spent(from: transaction.now + .seconds(-3600), until: .init(milliseconds: .max))
        let policy = try transaction.select(
            BudgetPolicy.self,
            "WHERE company_id = \(company.id) AND scope_kind = \(BudgetScope.company) AND enabled = 1 LIMIT 1"
        ).first
        // Beside a cap stands what its budget says.
        let budgeted = try policy.flatMap { try BudgetMonth.known($0, month, in: transaction) }
        self.month =
            try budgeted?.spent
            ?? months.amount(of: company.id, since: month.start, at: transaction.now) {
                try spent(from: month.start, until: month.end)
            }
        cap = policy?.hardCapUsd
    }
}
