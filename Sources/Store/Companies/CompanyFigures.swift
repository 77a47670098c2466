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
    /// What somebody charges for.
    ///
    /// Never added to ``notional``.
    package let cost: Money
    /// What ran on this machine or under a subscription, at list price.
    package let notional: Money
    /// How many calls nobody knows the price of.
    package let unknownCalls: Int

    /// - Throws: ``StoreError``.
    package static func read(_ company: Company.ID, in transaction: any Transaction) throws -> CompanyFigures {
        func count(_ sql: SQL) throws -> Int { try transaction.value(sql) ?? 0 }
        var ledgers = try BudgetLedgerEntry.booked(of: company, in: transaction)
        ledgers.add(try Run.underWay(of: company, in: transaction))
        return CompanyFigures(
            employees: try count(
                "SELECT count(*) FROM employees WHERE company_id = \(company) AND is_system = 0 AND \(Employee.worksHere)"),
            ticketsOpen: try count("SELECT count(*) FROM tickets WHERE company_id = \(company) AND status <> 'done'"),
            ticketsDone: try count("SELECT count(*) FROM tickets WHERE company_id = \(company) AND status = 'done'"),
            files: try count("SELECT count(*) FROM file_vault WHERE company_id = \(company)"),
            runs: try count("SELECT count(*) FROM runs WHERE company_id = \(company)"),
            events: try Event.lastSequence(of: company, in: transaction),
            promptTokens: try count("SELECT coalesce(sum(prompt_tokens), 0) FROM runs WHERE company_id = \(company)"),
            completionTokens: try count("SELECT coalesce(sum(completion_tokens), 0) FROM runs WHERE company_id = \(company)"),
            cost: ledgers.billed, notional: ledgers.notional, unknownCalls: ledgers.unknownCalls)
    }
}
