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

    /// What an employee is told of another.
    package struct Colleague: Hashable, Sendable {
        package let id: Employee.ID
        package let name: String
        package let title: String
        package let level: EmployeeLevel
        package let manager: Employee.ID?
    }

    /// The employee's colleagues: their reports first, then their manager, then the rest as they were hired.
    package func colleagues(limit: Int, in transaction: any Transaction) throws -> [Colleague] {
        try transaction.rows(
            """
            SELECT e.id, e.name, e.title, e.level, o.manager_id
            FROM employees e LEFT JOIN org_edges o ON o.report_id = e.id
            WHERE e.company_id = \(companyID) AND e.is_system = 0 AND e.id <> \(id) AND e.\(Self.worksHere)
            ORDER BY CASE WHEN o.manager_id = \(id) THEN 0
              WHEN e.id = (SELECT manager_id FROM org_edges WHERE report_id = \(id)) THEN 1 ELSE 2 END, e.created_at, e.id
            LIMIT \(limit)
            """
        ) { row in
            Colleague(
                id: try Employee.ID(column: row.value(at: 0)), name: try String(column: row.value(at: 1)),
                title: try String(column: row.value(at: 2)), level: try EmployeeLevel(column: row.value(at: 3)),
                manager: try Employee.ID?(column: row.value(at: 4)))
        }
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
