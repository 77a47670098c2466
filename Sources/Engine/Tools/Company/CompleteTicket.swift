import Domain
import Store

/// Hands in a ticket with its result and the files that prove it.
struct CompleteTicket: CompanyTool {
    let specification = ToolSpecification(
        name: "complete_ticket",
        description: "Hands in your ticket: what was achieved, and the ids of the files that prove it. It is then reviewed.",
        parameters: Schema.object(
            [
                "ticket_id": Schema.text("The ticket's id; this turn's ticket when left out."),
                "result": Schema.text("What was achieved, in a sentence or two."),
                "files": Schema.list("Ids of the files that prove it, as write_document returned them."),
            ], required: ["result", "files"]))

    var endsTurn: Bool { true }

    func isOffered(in context: TurnContext) -> Bool { context.isOwnTicket }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.turnsTicket(arguments.optionalString("ticket_id"))
        let files = try Submission.files(arguments, of: ticket, desk)
        let result = try arguments.optionalString("result") ?? arguments.optionalString("summary") ?? arguments.string("result")
        let outcome = try ticket.submit(
            result: result.cut(to: 4000), files: files, by: desk.employee.id, chain: desk.chain, in: desk.transaction)
        return Submission.answer(outcome, ticket)
    }
}

/// What the two ways to hand in a ticket share.
enum Submission {
    /// The named files, or those that the ticket has already.
    ///
    /// - Throws: `ToolFailure` when there are none: a ticket is not done without something to show.
    static func files(_ arguments: ToolArguments, of ticket: Ticket, _ desk: Desk) throws -> [VaultFile.ID] {
        var files = try (arguments.strings("files") + arguments.strings("file_ids")).map { try desk.file($0).id }
        if files.isEmpty { files = try ticket.files(in: desk.transaction).map(\.id) }
        guard !files.isEmpty else {
            throw ToolFailure("There is no file to prove it. Write the deliverable with write_document first, then hand it in.")
        }
        return files
    }

    static func answer(_ outcome: Ticket.Submission, _ ticket: Ticket) -> JSONValue {
        switch outcome {
        case .done: ["ticket_id": .string(ticket.id.rawValue), "status": "done"]
        case .inReview(let review):
            ["ticket_id": .string(ticket.id.rawValue), "status": "in review", "reviewer_id": .string(review.reviewerID.rawValue)]
        }
    }
}
