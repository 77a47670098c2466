package import Domain

extension Employee {
    /// Lets an employee go, for good; what is theirs goes to a successor in the same transaction.
    ///
    /// Their reports come under their manager. Open tickets, reviews, projects, entries of the calendar, and questions on tickets
    /// go to the successor, who is woken for the tickets as for any that is given to them. What they do is ended, what waits for
    /// them is taken back, and a meeting goes on without them. What they said and did stays under their name.
    ///
    /// Asked again it changes nothing.
    ///
    /// - Parameter successor: Who takes over; their manager unless given.
    /// - Returns: The employee, as they are now.
    /// - Throws: ``RuleViolation``: not found for another company's employee, and `invalid` for whoever has no manager when no
    ///   successor is named, unless nobody else works here.
    package static func dismiss(
        _ id: Employee.ID, of company: Company.ID, handingTo successor: Employee.ID? = nil, by author: Author,
        in transaction: any Transaction
    ) throws -> Employee {
        let employee = try require(id, of: company, in: transaction)
        guard !employee.isSystem else { throw RuleViolation.notFound(noun) }
        guard !employee.hasLeft else {
            guard let successor, successor != employee.successorID else { return employee }
            throw RuleViolation.departed(try employee.departure(in: transaction))
        }
        let manager = try OrgEdge.manager(of: id, in: transaction)
        let next = try employee.successor(wanted: successor, manager: manager, in: transaction)
        try employee.leave(to: next, by: author, in: transaction)
        try Handover(from: employee, to: next, manager: manager, by: author).perform(in: transaction)
        return try require(id, of: company, in: transaction)
    }

    private func successor(
        wanted: Employee.ID?, manager: Employee.ID?, in transaction: any Transaction
    ) throws -> Employee? {
        if let wanted {
            guard wanted != id else { throw RuleViolation.invalid(field: "successor_id", reason: "must be somebody else") }
            return try Self.requireColleague(wanted, of: companyID, field: "successor_id", in: transaction)
        }
        if let manager { return try Self.requireColleague(manager, of: companyID, field: "successor_id", in: transaction) }
        guard try Self.list(of: companyID, in: transaction).contains(where: { $0.id != id }) else { return nil }
        throw RuleViolation.invalid(
            field: "successor_id", reason: "must be given: \(name) reports to nobody, so somebody has to be named who takes over")
    }

    /// From here on nothing can be queued for them, and nobody can write to them.
    private func leave(to successor: Employee?, by author: Author, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE employees SET status = \(EmployeeStatus.fired), dismissed_at = \(transaction.now),
              successor_id = \(successor?.id) WHERE id = \(id)
            """)
        try transaction.execute("DELETE FROM work_holds WHERE employee_id = \(id)")
        try transaction.record(
            EmployeeFired(
                employeeID: id, roleID: roleID, level: level, name: name, title: title, firedAt: transaction.now,
                successorID: successor?.id), company: companyID, by: author.actor)
        try transaction.record(
            EmployeeStatusChanged(employeeID: id, status: .fired, previous: status), company: companyID, by: .orchestrator)
    }
}
