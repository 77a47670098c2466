import Domain
import Store

extension Office {
    /// Lets somebody go, as the owner.
    @discardableResult
    func dismiss(_ employee: Employee, to successor: Employee? = nil) async throws -> Employee {
        try await store.write {
            try Employee.dismiss(employee.id, of: company.id, handingTo: successor?.id, by: .user(owner.id), in: $0)
        }
    }

    func employee(_ employee: Employee) async throws -> Employee {
        try await store.read { try Employee.require(employee.id, of: company.id, in: $0) }
    }

    /// The company's chart, as pairs of a report's name and the manager's.
    func chart() async throws -> [String: String] {
        try await store.read { transaction in
            let edges = try OrgEdge.list(of: company.id, in: transaction)
            let names = try Employee.names(
                of: Set(edges.flatMap { [$0.reportID.rawValue, $0.managerID.rawValue] }), in: transaction)
            func first(_ id: Employee.ID) -> String { String((names[id.rawValue] ?? "").prefix { $0 != " " }) }
            return Dictionary(edges.map { (first($0.reportID), first($0.managerID)) }) { _, _ in "two" }
        }
    }
}
