import Domain

/// The org chart as nested JSON.
///
/// A cycle, which the rules forbid but a foreign file may hold, is cut where it closes.
struct OrgTree {
    private let employees: [Employee]
    private let reports: [Employee.ID: [Employee.ID]]
    private let managed: Set<Employee.ID>

    init(employees: [Employee], edges: [OrgEdge]) {
        self.employees = employees
        reports = Dictionary(grouping: edges, by: \.managerID).mapValues { $0.map(\.reportID) }
        managed = Set(edges.map(\.reportID))
    }

    var roots: JSONValue {
        .array(employees.filter { !managed.contains($0.id) }.map { node($0, above: []) })
    }

    private func node(_ employee: Employee, above: Set<Employee.ID>) -> JSONValue {
        let path = above.union([employee.id])
        let below = (reports[employee.id] ?? []).filter { !path.contains($0) }
        return [
            "id": .string(employee.id.rawValue), "name": .string(employee.name), "title": .string(employee.title),
            "level": .string(employee.level.rawValue), "status": .string(employee.status.rawValue),
            "reports": .array(employees.filter { below.contains($0.id) }.map { node($0, above: path) }),
        ]
    }
}
