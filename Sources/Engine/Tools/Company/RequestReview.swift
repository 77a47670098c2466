import Domain
import Store

/// Hands in a ticket to a reviewer of the assignee's choice.
struct RequestReview: CompanyTool {
    let specification = ToolSpecification(
        name: "request_review",
        description:
            "Like complete_ticket, but to a colleague of your choice, when somebody other than your manager should judge it.",
        parameters: Schema.object(
            [
                "ticket_id": Schema.text("The ticket's id; this turn's ticket when left out."),
                "reviewer_id": Schema.text("The id of the colleague who shall review it."),
                "result": Schema.text("What was achieved, in a sentence or two."),
                "files": Schema.list("Ids of the files that prove it."),
            ], required: ["reviewer_id", "result", "files"]))

    var endsTurn: Bool { true }

    func isOffered(in context: TurnContext) -> Bool { context.isOwnTicket }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.turnsTicket(arguments.optionalString("ticket_id"))
        let reviewer = try desk.colleague(arguments.string("reviewer_id"))
        let files = try Submission.files(arguments, of: ticket, desk)
        let outcome = try ticket.submit(
            result: arguments.string("result").cut(to: 4000), files: files, by: desk.employee.id, reviewer: reviewer.id,
            chain: desk.chain, in: desk.transaction)
        return Submission.answer(outcome, ticket)
    }
}
