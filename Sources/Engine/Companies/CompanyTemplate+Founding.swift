package import Domain
package import Store

extension CompanyTemplate {
    /// Founds a company with all that the template has: each step with its own event, all or nothing.
    ///
    /// - Parameters:
    ///   - draft: The company; a blank mission becomes the template's.
    ///   - settings: What the company is to have settled beside, such as its model.
    /// - Throws: ``RuleViolation``, ``RoleLookupError`` for a role that is not there.
    package func found(
        _ draft: Company.Draft, settings: [String: JSONValue] = [:], roles: RoleCatalog, by owner: Operator.ID,
        in transaction: any Transaction
    ) throws -> Company {
        if let known = try transaction.known(Company.self, clientKey: draft.clientKey) { return known }
        var draft = draft
        if draft.mission.trimmed.isEmpty { draft.mission = mission }
        let author = Author.user(owner)
        let company = try Company.found(draft, systemRoles: Hiring.systemDrafts(roles), by: owner, in: transaction).id
        if !settings.isEmpty { _ = try Company.change(settings: settings, of: company, by: author.actor, in: transaction) }
        if let budget {
            _ = try BudgetPolicy.set(.init(hardCapUsd: budget), for: company, by: author.actor, in: transaction)
        }
        var people: [String: Employee.ID] = [:]
        for member in members {
            let role = try roles.hireableRole(matching: member.role)
            let draft = Hiring.draft(role, name: member.name, manager: member.manager.flatMap { people[$0] })
            people[member.role] = try Employee.hire(draft, into: company, by: author.actor, in: transaction).id
        }
        let goal = try goal.map { try Goal.set(.init(title: $0), for: company, by: author, in: transaction) }
        for task in tickets {
            _ = try Ticket.file(
                .init(title: task.title, description: task.description, assignee: people[task.role], goal: goal?.id),
                in: company, by: author, transaction)
        }
        if let routine {
            let work = RoutineWork(title: routine.title, description: routine.description, assigneeID: people[routine.role])
            _ = try Routine.plan(
                .init(
                    name: routine.name, schedule: RoutineSchedule(triggerKind: .daily, timeOfDay: routine.timeOfDay), work: work),
                of: company, by: author, in: transaction)
        }
        return try Company.require(company, in: transaction)
    }
}
