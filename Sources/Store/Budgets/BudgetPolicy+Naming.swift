package import Domain

extension BudgetPolicy {
    /// Whose budget it is, for people.
    package func scopeName(in transaction: any Transaction) throws -> String {
        switch scopeKind {
        case .company: "the company"
        case .employee: try transaction.find(Employee.self, Employee.ID(scopeRefID))?.name ?? "an employee"
        case .routine: try transaction.find(Routine.self, Routine.ID(scopeRefID)).map { "“\($0.name)”" } ?? "a routine"
        case .runtimeProfile:
            try transaction.find(RuntimeProfile.self, RuntimeProfile.ID(scopeRefID)).map { "“\($0.name)”" }
                ?? "a runtime profile"
        }
    }
}
