import Domain
import Store

/// Writes into a ticket's discussion.
struct CommentOnTicket: CompanyTool {
    let specification = ToolSpecification(
        name: "comment_on_ticket", description: "Writes a comment on a ticket. Its owner is told.",
        parameters: Schema.object(
            [
                "ticket_id": Schema.text("The ticket's id; this turn's ticket when left out."),
                "comment": Schema.text("What you have to say."),
            ],
            required: ["comment"]))

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.ticket(arguments.optionalString("ticket_id"))
        try ticket.comment(
            arguments.string("comment"), by: desk.author, chain: desk.chain, errand: desk.errand, in: desk.transaction)
        return ["ticket_id": .string(ticket.id.rawValue), "commented": true]
    }
}
