import Domain
import Store

/// Gives a ticket to a colleague.
struct AssignTicket: CompanyTool {
    let specification = ToolSpecification(
        name: "assign_ticket", description: "Gives a ticket that exists already to a colleague.",
        parameters: Schema.object(
            ["ticket_id": Schema.text("The ticket's id."), "assignee_id": Schema.text("The colleague's id.")],
            required: ["ticket_id", "assignee_id"]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest && !context.reports.isEmpty }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.ticket(arguments.optionalString("ticket_id"))
        let assignee = try desk.colleague(arguments.optionalString("assignee_id") ?? arguments.string("assignee"))
        try ticket.assign(to: assignee.id, by: desk.author, chain: desk.chain, in: desk.transaction)
        return ["ticket_id": .string(ticket.id.rawValue), "assigned_to": .string(assignee.name)]
    }
}
