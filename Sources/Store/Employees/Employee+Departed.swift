package import Domain

extension Employee {
    /// - Throws: ``RuleViolation/departed(_:)`` for somebody who no longer works here, naming who took over.
    package func requirePresence(in transaction: any Transaction) throws {
        guard hasLeft else { return }
        throw RuleViolation.departed(try departure(in: transaction))
    }

    /// That they no longer work here, and who has taken over and still does.
    package func departure(in transaction: any Transaction) throws -> RuleViolation.Departed {
        let next = try standIn(in: transaction)
        return RuleViolation.Departed(name: name, successor: next?.id, successorName: next?.name)
    }

    /// Who does what was theirs: they themselves, or whoever took over from them and works here; `nil` when nobody does.
    package func standIn(in transaction: any Transaction) throws -> Employee? {
        var current = self
        var seen: Set<Employee.ID> = []
        while current.hasLeft {
            guard seen.insert(current.id).inserted, let next = current.successorID,
                let row = try transaction.find(Employee.self, next), row.companyID == companyID
            else { return nil }
            current = row
        }
        return current
    }

    /// The same for an id; `nil` also when there is nobody of this id.
    static func standIn(for id: Employee.ID, in transaction: any Transaction) throws -> Employee? {
        try transaction.find(Employee.self, id)?.standIn(in: transaction)
    }

    /// Whether somebody of this id has worked here, and does no longer.
    static func hasLeft(_ id: Employee.ID, in transaction: any Transaction) throws -> Bool {
        let status: EmployeeStatus? = try transaction.value("SELECT status FROM employees WHERE id = \(id)")
        return status?.isDeparture == true
    }
}
