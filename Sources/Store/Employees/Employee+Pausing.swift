package import Domain

extension Employee {
    /// Stops the work of one employee until ``resume(_:of:by:in:)``; what is queued for them waits.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)`` also for an employee of another company, and ``RuleViolation/departed(_:)``.
    package static func pause(
        _ id: Employee.ID, of company: Company.ID, note: String? = nil, by actor: EventActor, in transaction: any Transaction
    ) throws {
        try require(id, of: company, in: transaction).requirePresence(in: transaction)
        try WorkHold.place(WorkHold.Draft(.user, on: company, employee: id, note: note), by: actor, in: transaction)
    }

    /// Takes back a person's pause of an employee.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)`` also for an employee of another company, and ``RuleViolation/departed(_:)``.
    package static func resume(
        _ id: Employee.ID, of company: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws {
        try require(id, of: company, in: transaction).requirePresence(in: transaction)
        try WorkHold.lift(WorkHold.Draft(.user, on: company, employee: id), by: actor, in: transaction)
    }

    /// Says that the reasons have changed why an employee does not work.
    static func noteHolds(
        _ id: Employee.ID, of company: Company.ID, by actor: EventActor, in transaction: any Transaction
    ) throws {
        let employee = try require(id, of: company, in: transaction)
        try transaction.record(
            EmployeeUpdated(
                employeeID: id, patchedKeys: ["holds"], name: employee.name, title: employee.title, updatedAt: transaction.now),
            company: company, by: actor)
    }
}
