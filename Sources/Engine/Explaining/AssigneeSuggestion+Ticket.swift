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
        let companyHold = HoldReason.ofWholeCompany(holds)
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
                hold: hold.map { $0.reason == .budget ? "has no budget left" : "is paused" }, companyHold: companyHold)
        }
        return best(
            of: candidates,
            for: Matter(title: ticket.title, description: ticket.description, labels: ticket.labels.value))
    }
}

extension HoldReason {
    /// Why nobody of a company may work; `nil` where they may.
    fileprivate static func ofWholeCompany(_ holds: [WorkHold]) -> String? {
        let whole = Set(holds.filter { $0.employeeID == nil }.map(\.reason))
        guard let reason = [.archived, .user, .budget, .quietHours, .meeting].first(where: whole.contains) else { return nil }
        return switch reason {
        case .archived: "waits: the company is closed down"
        case .user: "waits: the company is paused"
        case .budget: "waits: the company has no budget left"
        case .quietHours: "waits: the company rests at this time of day"
        case .meeting: "waits: the company has a meeting"
        }
    }
}
