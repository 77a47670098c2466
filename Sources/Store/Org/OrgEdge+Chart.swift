package import Domain

extension OrgEdge {
    /// Puts `report` under `manager`, in place of whoever was above before.
    ///
    /// - Throws: ``RuleViolation`` when either is not of the company, or when the manager is below the report.
    package static func put(
        _ report: Employee.ID, under manager: Employee.ID, of company: Company.ID, by actor: EventActor,
        in transaction: any Transaction
    ) throws {
        _ = try Employee.requireColleague(report, of: company, field: "employee_id", in: transaction)
        _ = try Employee.requireColleague(manager, of: company, field: "manager_id", in: transaction)
        var above: Employee.ID? = manager
        while let current = above {
            guard current != report else {
                throw RuleViolation.invalid(field: "manager_id", reason: "nobody can be, however far up, their own manager")
            }
            above = try self.manager(of: current, in: transaction)
        }
        let previous = try self.manager(of: report, in: transaction)
        guard previous != manager else { return }
        try transaction.execute("DELETE FROM org_edges WHERE report_id = \(report)")
        try transaction.insert(
            OrgEdge(
                id: transaction.makeID(), companyID: company, managerID: manager, reportID: report, createdAt: transaction.now))
        try transaction.record(
            EmployeeManagerSet(employeeID: report, managerID: manager, previousManagerID: previous, setAt: transaction.now),
            company: company, by: actor)
    }

    /// Whether `upper` leads `lower`, however far up.
    static func isAbove(_ upper: Employee.ID, _ lower: Employee.ID, in transaction: any Transaction) throws -> Bool {
        var seen: Set<Employee.ID> = []
        var above = try manager(of: lower, in: transaction)
        while let current = above, seen.insert(current).inserted {
            if current == upper { return true }
            above = try manager(of: current, in: transaction)
        }
        return false
    }

    /// Takes somebody out from under their manager, so that they report to nobody.
    static func detach(
        _ report: Employee.ID, of company: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws {
        guard let previous = try manager(of: report, in: transaction) else { return }
        try transaction.execute("DELETE FROM org_edges WHERE report_id = \(report)")
        try transaction.record(
            EmployeeManagerSet(employeeID: report, managerID: nil, previousManagerID: previous, setAt: transaction.now),
            company: company, by: actor)
    }

    package static func list(of company: Company.ID, in transaction: any Transaction) throws -> [OrgEdge] {
        try transaction.select("WHERE company_id = \(company) ORDER BY created_at, id")
    }

    package static func manager(of employee: Employee.ID, in transaction: any Transaction) throws -> Employee.ID? {
        try transaction.value("SELECT manager_id FROM org_edges WHERE report_id = \(employee)")
    }

    /// Who heads the company: of those without a manager the one of the highest level, the first hired among equals.
    package static func chief(of company: Company.ID, in transaction: any Transaction) throws -> Employee? {
        let heads = try transaction.select(
            Employee.self,
            """
            WHERE company_id = \(company) AND is_system = 0 AND \(Employee.worksHere) AND id NOT IN (SELECT report_id FROM org_edges WHERE company_id = \(company))
            ORDER BY created_at, id
            """)
        return heads.enumerated().min { ($0.element.level.rank ?? 9, $0.offset) < ($1.element.level.rank ?? 9, $1.offset) }?
            .element
    }
}
