import Domain
import Store

/// Files a ticket, usually as a part of the one being worked on, and gives it to a colleague.
struct CreateTicket: CompanyTool {
    let specification = ToolSpecification(
        name: "create_ticket",
        description:
            "Creates a ticket with one owner and one deliverable. In a turn about a ticket it becomes a part of that ticket.",
        parameters: Schema.object(
            [
                "title": Schema.text("What is to be delivered, in a few words."),
                "description": Schema.text("What is needed, and when it is good."),
                "assignee_id": Schema.text("The id of the colleague who does it."),
                "priority": Schema.word(Priority.self, "How urgent it is; medium unless given."),
                "depends_on": Schema.list("Ids of tickets that must be done before it."),
            ], required: ["title", "description", "assignee_id"]))

    func isOffered(in context: TurnContext) -> Bool {
        context.work.cause != .reviewRequest && (context.ticket == nil || !context.reports.isEmpty || context.work.cause == .goal)
    }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let assignee = try desk.colleague(arguments.optionalString("assignee_id") ?? arguments.string("assignee"))
        let parent = desk.context.isOwnTicket ? desk.context.ticket?.id : nil
        if assignee.id == desk.employee.id, parent != nil {
            throw ToolFailure("The part would be your own: do it in this ticket, with write_document and complete_ticket.")
        }
        if try WakeupRequest.isExhausted(desk.chain, in: desk.transaction) {
            throw ToolFailure("There is more work than one wish of a person may lead to: file no more, finish this ticket.")
        }
        let title = try arguments.string("title").trimmed.cut(to: 200)
        if let parent,
            let twin = try desk.transaction.select(Ticket.self, "WHERE parent_ticket_id = \(parent) AND title = \(title)").first
        {
            throw ToolFailure("There is a part with this title already: \(twin.label), id “\(twin.id)”.")
        }
        let ticket = try Ticket.file(
            Ticket.Draft(
                title: title, description: arguments.optionalString("description") ?? "",
                priority: arguments.word("priority", as: Priority.self, default: .medium), assignee: assignee.id,
                dependencies: arguments.strings("depends_on").map { try desk.ticket($0).id }, parent: parent),
            in: desk.company, by: desk.author, chain: desk.chain, desk.transaction)
        return [
            "ticket_id": .string(ticket.id.rawValue), "number": .integer(Int64(ticket.number ?? 0)),
            "assigned_to": .string(assignee.name),
            "status": .string(ticket.status.rawValue),
        ]
    }
}
