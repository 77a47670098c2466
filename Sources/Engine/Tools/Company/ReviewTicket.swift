import Domain
import Store

/// Decides a review.
struct ReviewTicket: CompanyTool {
    /// How a review may end.
    enum Outcome: String, Vocabulary {
        case approved
        case changesRequested = "changes_requested"
    }

    let specification = ToolSpecification(
        name: "review_ticket",
        description:
            "Decides about a ticket that was handed in to you. Ask for changes only with a comment that says what is missing.",
        parameters: Schema.object(
            [
                "ticket_id": Schema.text("The ticket's id; this turn's ticket when left out."),
                "outcome": Schema.word(Outcome.self, "Your decision."),
                "comment": Schema.text("Why, and what is missing if anything is."),
            ], required: ["outcome", "comment"]))

    var endsTurn: Bool { true }

    func isOffered(in context: TurnContext) -> Bool { context.review?.reviewerID == context.employee.id }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.turnsTicket(arguments.optionalString("ticket_id"))
        guard let review = try TicketReview.pending(on: ticket.id, in: desk.transaction) else {
            throw ToolFailure("The ticket \(ticket.label) is not in review.")
        }
        guard review.reviewerID == desk.employee.id else {
            throw ToolFailure("The review of \(ticket.label) is not yours to decide.")
        }
        let outcome = try arguments.word("outcome", as: Outcome.self)
        let comment = arguments.optionalString("comment") ?? ""
        if outcome == .changesRequested, comment.trimmed.isEmpty {
            throw ToolFailure("review_ticket needs a “comment” that says what is missing.")
        }
        try review.resolve(
            approved: outcome == .approved, comment: comment.cut(to: 4000), by: desk.author, chain: desk.chain,
            in: desk.transaction)
        return ["ticket_id": .string(ticket.id.rawValue), "outcome": .string(outcome.rawValue)]
    }
}
