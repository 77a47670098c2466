package import Domain

extension Employee {
    /// Brings an employee's status in line with the facts, and says so when it changes.
    ///
    /// To be called in every transaction that changes one of the facts: runs, holds, meetings and their attendees, blocked
    /// tickets.
    ///
    /// - Throws: ``StoreError``.
    package static func refreshStatus(of employee: Employee.ID, in transaction: any Transaction) throws {
        try refresh("WHERE e.id = \(employee)" + present, in: transaction)
    }

    /// The same for all of the company's people.
    ///
    /// - Throws: ``StoreError``.
    package static func refreshStatuses(of company: Company.ID, in transaction: any Transaction) throws {
        try refresh("WHERE e.company_id = \(company) AND e.is_system = 0" + present, in: transaction)
    }

    /// The same for everybody, as after a start.
    static func refreshAllStatuses(in transaction: any Transaction) throws {
        try refresh("WHERE e.is_system = 0" + present, in: transaction)
    }

    /// Those whose status is not what the facts say; there should be none.
    ///
    /// - Throws: ``StoreError``.
    package static func misjudged(of company: Company.ID, in transaction: any Transaction) throws -> [Employee.ID] {
        try judged("WHERE e.company_id = \(company) AND e.is_system = 0" + present, in: transaction)
            .filter { $0.stored != $0.due }.map(\.id)
    }

    /// Whoever no longer works here does nothing that their status could follow.
    private static var present: SQL { "AND e.\(worksHere)" }

    private static func refresh(_ condition: SQL, in transaction: any Transaction) throws {
        for one in try judged(condition, in: transaction) where one.stored != one.due {
            try transaction.execute("UPDATE employees SET status = \(one.due) WHERE id = \(one.id)")
            try transaction.record(
                EmployeeStatusChanged(employeeID: one.id, status: one.due, previous: one.stored), company: one.company,
                by: .orchestrator)
        }
    }

    private struct Judged {
        let id: Employee.ID
        let company: Company.ID
        let stored: EmployeeStatus
        let due: EmployeeStatus
    }

    /// The plus keeps SQLite from reading all runs that the employee ever had: it is to look at those that are open.
    private static func judged(_ condition: SQL, in transaction: any Transaction) throws -> [Judged] {
        try transaction.rows(
            """
            SELECT e.id, e.company_id, e.status,
              EXISTS (SELECT 1 FROM runs r WHERE r.status = 'running' AND +r.employee_id = e.id),
              EXISTS (SELECT 1 FROM runs r WHERE r.status = 'running' AND +r.employee_id = e.id AND r.streaming_since IS NOT NULL),
              EXISTS (
                SELECT 1 FROM work_holds h WHERE h.company_id = e.company_id
                  AND (h.employee_id = e.id AND h.reason <> 'budget' OR h.employee_id IS NULL AND h.reason IN ('user', 'archived'))),
              EXISTS (
                SELECT 1 FROM work_holds h JOIN meetings m ON m.id = h.ref_id
                  JOIN thread_members t ON t.thread_id = m.thread_id AND t.member_id = e.id AND t.member_kind = 'employee'
                WHERE h.company_id = e.company_id AND h.reason = 'meeting'),
              EXISTS (SELECT 1 FROM tickets t WHERE t.assignee_id = e.id AND t.status = 'blocked')
                OR EXISTS (SELECT 1 FROM work_holds h WHERE h.employee_id = e.id AND h.reason = 'budget')
            FROM employees e
            """ + condition
        ) { row in
            func flag(_ place: Int) throws -> Bool { try Bool(column: row.value(at: place)) }
            return Judged(
                id: try Employee.ID(column: row.value(at: 0)), company: try Company.ID(column: row.value(at: 1)),
                stored: try EmployeeStatus(column: row.value(at: 2)),
                due: EmployeeStatus(
                    .init(
                        isWorking: try flag(3), isStreaming: try flag(4), isHeld: try flag(5), isMeeting: try flag(6),
                        isBlocked: try flag(7))))
        }
    }
}

extension Run {
    /// Notes that the answer of a model call has been arriving for a while.
    ///
    /// - Throws: ``StoreError``.
    package func noteStreaming(since: Timestamp, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            "UPDATE runs SET streaming_since = \(since) WHERE id = \(id) AND status = \(RunStatus.running)")
        guard changed == 1 else { return }
        try Employee.refreshStatus(of: employeeID, in: transaction)
    }
}
