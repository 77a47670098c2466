package import Domain

/// How much there is of everything in a company, and what it has cost.
package struct CompanyFigures: Hashable, Sendable {
    package let employees: Int
    package let ticketsOpen: Int
    package let ticketsDone: Int
    package let files: Int
    package let runs: Int
    /// The number of the last event.
    package let events: Int
    package let promptTokens: Int
    package let completionTokens: Int
    package let cost: Money

    /// - Throws: ``StoreError``, `MoneyError` when the costs are beyond all money.
    package static func read(_ company: Company.ID, in transaction: any Transaction) throws -> CompanyFigures {
        func count(_ sql: SQL) throws -> Int { try transaction.value(sql) ?? 0 }
        let costs: [Money] = try transaction.values("SELECT cost_usd FROM runs WHERE company_id = \(company)")
        return CompanyFigures(
            employees: try count(
                "SELECT count(*) FROM employees WHERE company_id = \(company) AND is_system = 0 AND \(Employee.worksHere)"),
            ticketsOpen: try count("SELECT count(*) FROM tickets WHERE company_id = \(company) AND status <> 'done'"),
            ticketsDone: try count("SELECT count(*) FROM tickets WHERE company_id = \(company) AND status = 'done'"),
            files: try count("SELECT count(*) FROM file_vault WHERE company_id = \(company)"), runs: costs.count,
            events: try Event.lastSequence(of: company, in: transaction),
            promptTokens: try count("SELECT coalesce(sum(prompt_tokens), 0) FROM runs WHERE company_id = \(company)"),
            completionTokens: try count("SELECT coalesce(sum(completion_tokens), 0) FROM runs WHERE company_id = \(company)"),
            cost: try costs.reduce(.zero) { try $0 + $1 })
    }
}
