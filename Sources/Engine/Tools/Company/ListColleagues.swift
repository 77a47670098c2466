import Domain
import Store

/// Says who works here, who leads whom, and how busy they are.
struct ListColleagues: CompanyTool {
    let specification = ToolSpecification(
        name: "list_colleagues",
        description: "Lists your colleagues with their ids, titles, levels, managers and numbers of open tickets.",
        parameters: Schema.object([:]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let edges = try OrgEdge.list(of: desk.company, in: desk.transaction)
        let managers = Dictionary(edges.map { ($0.reportID, $0.managerID) }) { first, _ in first }
        let nearest = try Employee.list(of: desk.company, in: desk.transaction).filter { $0.id != desk.employee.id }
            .sorted { rank($0, managers, desk) < rank($1, managers, desk) }.prefix(Self.most)
        let loads = try Employee.openTickets(of: nearest.map(\.id), in: desk.transaction)
        return .array(
            nearest.map { colleague in
                [
                    "id": .string(colleague.id.rawValue), "name": .string(colleague.name), "title": .string(colleague.title),
                    "level": .string(colleague.level.rawValue), "open_tickets": .integer(Int64(loads[colleague.id] ?? 0)),
                    "manager_id": managers[colleague.id].map { .string($0.rawValue) } ?? .null,
                    "reports_to_you": .bool(managers[colleague.id] == desk.employee.id),
                ]
            })
    }

    /// More colleagues than a model can keep apart.
    private static let most = 40

    /// Reports first, then the manager, then the rest as they were hired.
    private func rank(_ colleague: Employee, _ managers: [Employee.ID: Employee.ID], _ desk: Desk) -> Int {
        if managers[colleague.id] == desk.employee.id { return 0 }
        return managers[desk.employee.id] == colleague.id ? 1 : 2
    }
}
