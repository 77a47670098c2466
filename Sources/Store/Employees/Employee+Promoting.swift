package import Domain

extension Employee {
    /// What a person may change of somebody's place in the company.
    package struct Promotion: Sendable {
        package var title: String?
        package var level: EmployeeLevel?
        /// `.some(nil)` for somebody who reports to nobody from now on.
        package var manager: Employee.ID??

        package init(title: String? = nil, level: EmployeeLevel? = nil, manager: Employee.ID?? = nil) {
            self.title = title
            self.level = level
            self.manager = manager
        }
    }

    /// Gives somebody another title, another level, up or down, and another manager or none; what stays as it was is no change.
    ///
    /// - Throws: ``RuleViolation``, also for somebody who no longer works here.
    package static func promote(
        _ id: Employee.ID, of company: Company.ID, _ promotion: Promotion, by actor: EventActor,
        in transaction: any Transaction
    ) throws -> Employee {
        let employee = try requireColleague(id, of: company, field: "employee_id", in: transaction)
        let title = try promotion.title.map { try RuleViolation.nonBlank($0, "title", limit: 120) } ?? employee.title
        let level = promotion.level ?? employee.level
        guard EmployeeLevel.writable.contains(level) else {
            throw RuleViolation.invalid(
                field: "level", reason: "must be one of", allowed: EmployeeLevel.writable.map(\.rawValue))
        }
        switch promotion.manager {
        case .some(.some(let manager)): try OrgEdge.put(id, under: manager, of: company, by: actor, in: transaction)
        case .some(.none): try OrgEdge.detach(id, of: company, by: actor, in: transaction)
        case nil: break
        }
        guard title != employee.title || level != employee.level else { return employee }
        try transaction.execute("UPDATE employees SET title = \(title), level = \(level) WHERE id = \(id)")
        try transaction.record(
            EmployeePromoted(
                employeeID: id, previousRoleID: employee.roleID, newRoleID: employee.roleID, previousLevel: employee.level,
                newLevel: level, previousTitle: employee.title, newTitle: title, promotedAt: transaction.now),
            company: company, by: actor)
        return try require(id, of: company, in: transaction)
    }
}
