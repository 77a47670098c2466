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
        let colleagues = try Employee.list(of: desk.company, in: desk.transaction).filter { $0.id != desk.employee.id }
        return .array(
            try colleagues.map { colleague in
                let open: Int? = try desk.transaction.value(
                    "SELECT count(*) FROM tickets WHERE assignee_id = \(colleague.id) AND status <> \(TicketStatus.done)")
                return [
                    "id": .string(colleague.id.rawValue), "name": .string(colleague.name), "title": .string(colleague.title),
                    "level": .string(colleague.level.rawValue), "open_tickets": .integer(Int64(open ?? 0)),
                    "manager_id": managers[colleague.id].map { .string($0.rawValue) } ?? .null,
                    "reports_to_you": .bool(managers[colleague.id] == desk.employee.id),
                ]
            })
    }
}
