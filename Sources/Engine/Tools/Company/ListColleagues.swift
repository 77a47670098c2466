import Domain
import Store

/// Says who works here, who leads whom, and how busy they are.
struct ListColleagues: CompanyTool {
    let specification = ToolSpecification(
        name: "list_colleagues",
        description: "Lists your colleagues with their ids, titles, levels, managers and numbers of open tickets.",
        parameters: Schema.object([:]))

    var isForMeetings: Bool { true }

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let colleagues = try desk.employee.colleagues(limit: Self.most, in: desk.transaction)
        let loads = try Employee.openTickets(of: colleagues.map(\.id), in: desk.transaction)
        return .array(
            colleagues.map { colleague in
                [
                    "id": .string(colleague.id.rawValue), "name": .string(colleague.name), "title": .string(colleague.title),
                    "level": .string(colleague.level.rawValue), "open_tickets": .integer(Int64(loads[colleague.id] ?? 0)),
                    "manager_id": colleague.manager.map { .string($0.rawValue) } ?? .null,
                    "reports_to_you": .bool(colleague.manager == desk.employee.id),
                ]
            })
    }

    /// More colleagues than a model can keep apart.
    private static let most = 40
}
