package import Domain

extension Employee {
    /// An employee with how much is on their desk.
    package struct Load: Sendable {
        package let employee: Employee
        /// Tickets assigned to them that are not done.
        package let openTickets: Int
    }

    /// Those whom an employee leads, the first hired first.
    package static func reports(of manager: Employee.ID, in transaction: any Transaction) throws -> [Load] {
        let reports = try transaction.all(
            Employee.self,
            """
            SELECT \(columns: Employee.self, of: "e") FROM org_edges o JOIN employees e ON e.id = o.report_id
            WHERE o.manager_id = \(manager) ORDER BY e.created_at, e.id LIMIT 100
            """)
        let loads = try openTickets(of: reports.map(\.id), in: transaction)
        return reports.map { Load(employee: $0, openTickets: loads[$0.id] ?? 0) }
    }

    /// How many tickets that are not done each of these has.
    package static func openTickets(
        of employees: [Employee.ID], in transaction: any Transaction
    ) throws -> [Employee.ID: Int] {
        guard !employees.isEmpty else { return [:] }
        let counts = try transaction.rows(
            """
            SELECT assignee_id, count(*) FROM tickets
            WHERE assignee_id IN \(list: employees) AND status <> 'done' GROUP BY assignee_id
            """
        ) { row in (try Employee.ID(column: row.value(at: 0)), try Int(column: row.value(at: 1))) }
        return Dictionary(counts) { first, _ in first }
    }

    /// The names of employees and operators among these ids.
    package static func names(of ids: Set<String>, in transaction: any Transaction) throws -> [String: String] {
        guard !ids.isEmpty else { return [:] }
        let names = try transaction.rows(
            """
            SELECT id, name FROM employees WHERE id IN \(list: ids.sorted())
            UNION ALL SELECT id, display_name FROM operators WHERE id IN \(list: ids.sorted())
            """
        ) { row in (try String(column: row.value(at: 0)), try String(column: row.value(at: 1))) }
        return Dictionary(names) { first, _ in first }
    }
}
