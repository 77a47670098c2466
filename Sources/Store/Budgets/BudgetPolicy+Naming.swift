package import Domain

extension BudgetPolicy {
    /// Whose budget it is, for people.
    package func scopeName(in transaction: any Transaction) throws -> String {
        try Self.scopeNames(of: [self], in: transaction)[id] ?? "somebody"
    }

    /// Whose each of these budgets is, with as many statements for many as for one.
    static func scopeNames(
        of policies: [BudgetPolicy], in transaction: any Transaction
    ) throws -> [BudgetPolicy.ID: String] {
        func names(of scope: BudgetScope, in table: SQL) throws -> [String: String] {
            let ids = policies.filter { $0.scopeKind == scope }.map(\.scopeRefID)
            guard !ids.isEmpty else { return [:] }
            let found = try transaction.rows("SELECT id, name FROM \(table) WHERE id IN \(list: ids)") { row in
                (try String(column: row.value(at: 0)), try String(column: row.value(at: 1)))
            }
            return Dictionary(found) { first, _ in first }
        }
        let employees = try names(of: .employee, in: "employees")
        let routines = try names(of: .routine, in: "routines")
        let profiles = try names(of: .runtimeProfile, in: "runtime_profiles")
        let all = policies.map { policy in
            let name =
                switch policy.scopeKind {
                case .company: "the company"
                case .employee: employees[policy.scopeRefID] ?? "an employee"
                case .routine: routines[policy.scopeRefID].map { "“\($0)”" } ?? "a routine"
                case .runtimeProfile: profiles[policy.scopeRefID].map { "“\($0)”" } ?? "a runtime profile"
                }
            return (policy.id, name)
        }
        return Dictionary(all) { first, _ in first }
    }
}
