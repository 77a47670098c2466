import Domain
import Store

extension ModelGate {
    /// Whoever in the thread may be heard by the fewest decides who may read all of it: what is said to an employee with a model
    /// on this machine does not travel farther for the sake of a summary.
    ///
    /// - Throws: ``ModelError`` when the agent's own model cannot be asked.
    func mostPrivate(
        in thread: Thread, for agent: Employee.ID, of company: Company, _ transaction: any Transaction
    ) throws -> Admission {
        var chosen = try admit(Employee.require(agent, of: company.id, in: transaction), of: company, in: transaction)
        for employee in try thread.employees(limit: 1000, departed: true, in: transaction)
        where employee.id != agent && chosen.tier > .local {
            let other = try admit(employee, of: company, in: transaction)
            if other.tier < chosen.tier { chosen = other }
        }
        let limit = chosen.tier
        chosen.alternates.removeAll { $0.tier > limit }
        return chosen
    }
}
