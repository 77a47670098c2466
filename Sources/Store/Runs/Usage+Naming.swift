package import Domain

extension Usage.Grouping {
    /// What people call the keys of lines; one that is not there is called by itself.
    ///
    /// - Throws: ``StoreError``.
    package func names(of keys: Set<String>, in company: Company, _ transaction: any Transaction) throws -> [String: String] {
        var names: [String: String]
        switch self {
        case .employee: return try Employee.names(of: keys, in: transaction)
        case .provider: return try Provider.names(in: transaction)
        case .model, .day: return [:]
        case .ticket:
            let tickets = try Ticket.names(of: keys.map { Ticket.ID($0) }, in: transaction)
            names = Dictionary(
                tickets.values.map { ($0.id.rawValue, "\(company.key($0.number) ?? $0.id.rawValue) \($0.title)") }
            ) { first, _ in first }
            names[""] = "no ticket"
        case .project:
            let projects = try transaction.select(Project.self, "WHERE company_id = \(company.id)")
            names = Dictionary(projects.map { ($0.id.rawValue, $0.title) }) { first, _ in first }
            names[""] = "no project"
        case .routine:
            let routines = try transaction.select(Routine.self, "WHERE company_id = \(company.id)")
            names = Dictionary(routines.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
            names[""] = "no routine"
        case .tier: names = ["": "unknown"]
        }
        return names
    }
}
