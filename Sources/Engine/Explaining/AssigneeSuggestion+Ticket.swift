package import Domain
package import Store

extension AssigneeSuggestion {
    /// Who of the company might do the ticket best; whoever has it is not among them.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ ticket: Ticket, roles: RoleCatalog, in transaction: any Transaction
    ) throws -> [AssigneeSuggestion] {
        let people = try Employee.list(of: ticket.companyID, in: transaction).filter {
            !$0.isSystem && $0.id != ticket.assigneeID
        }
        let loads = try Employee.openTickets(of: people.map(\.id), in: transaction)
        let holds = try WorkHold.list(of: ticket.companyID, in: transaction)
        let busy = Set(
            try transaction.values(
                "SELECT employee_id FROM runs WHERE company_id = \(ticket.companyID) AND status = \(RunStatus.running)")
                as [Employee.ID])
        let candidates = people.map { person in
            let role = roles.role(packID: person.rolePackID, roleID: person.roleID)
            let hold = holds.first { $0.employeeID == person.id }
            return Candidate(
                id: person.id, name: person.name, title: person.title, level: person.level,
                skills: ([role?.name].compactMap { $0 } + (role?.capabilities.map(\.rawValue) ?? []) + (role?.kpis ?? [])),
                openTickets: loads[person.id] ?? 0, isAtWork: busy.contains(person.id),
                hold: hold.map { $0.reason == .budget ? "has no budget left" : "is paused" })
        }
        return best(
            of: candidates,
            for: Matter(title: ticket.title, description: ticket.description, labels: ticket.labels.value))
    }
}
