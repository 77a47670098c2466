import Domain
import Store

/// What a turn must have brought about before its answer counts as its end.
enum Expectation {
    /// What a turn lacks.
    struct Lack: Hashable, Sendable {
        /// What the model is to do about it.
        let advice: String
        /// What is not there, in words for people.
        let fact: String
    }

    /// What is still missing, or `nil` when the work is where it should be.
    static func missing(in context: TurnContext, after answer: String, _ transaction: any Transaction) throws -> Lack? {
        if let meeting = context.meeting { return try MeetingAnswer.missing(after: answer, meeting, transaction) }
        guard let id = context.ticket?.id, let ticket = try transaction.find(Ticket.self, id) else {
            let isAwaited = [.message, .mention, .manual, .schedule].contains(context.work.cause)
            guard try isAwaited || Enquiry.lacksWords(in: context.work, transaction), answer.isEmpty,
                try !Question.waits(from: context.employee.id, in: context.thread?.id, transaction)
            else { return nil }
            return Lack(
                advice: context.work.cause == .manual || context.work.cause == .schedule
                    ? "Nothing was said. Say what came of it." : "Nothing was said. Answer the message.",
                fact: "Nothing was said.")
        }
        if context.work.cause == .reviewRequest {
            guard try TicketReview.pending(on: id, in: transaction)?.reviewerID == context.employee.id else { return nil }
            return Lack(
                advice: "You have not decided the review of \(ticket.label). Call review_ticket with ticket_id “\(id)” and the "
                    + "outcome “approved” or “changes_requested”. "
                    + nudge("review_ticket", ["ticket_id": .string(id.rawValue), "outcome": "approved", "comment": "…"]),
                fact: "The review is not decided.")
        }
        guard context.isOwnTicket, ticket.assigneeID == context.employee.id,
            ticket.status == .open || ticket.status == .inProgress,
            try TicketReview.pending(on: id, in: transaction) == nil,
            try ticket.children(in: transaction).allSatisfy({ $0.status == .done })
        else { return nil }
        if context.work.cause == .comment || context.work.cause == .mention { return nil }
        // Who waits for a colleague goes on when there is an answer.
        if try Enquiry.isAwaited(by: context.employee.id, on: id, in: transaction) { return nil }
        let hasFiles = try !ticket.files(in: transaction).isEmpty
        let document: JSONValue = ["name": "report.md", "content": "…"]
        let report = hasFiles || !context.parts.isEmpty ? nil : context.reports.first?.employee.id
        return Lack(
            advice: "The ticket \(ticket.label) is not handed in yet. "
                + (report == nil ? "" : "Either call create_ticket for each part that a colleague shall do, or do it yourself. ")
                + (hasFiles ? "" : "Write the deliverable with write_document. ")
                + "Then call complete_ticket with ticket_id “\(id)”, a result, and the ids of the files. If you cannot go on, "
                + "call ask_human. "
                + (report.map {
                    nudge("create_ticket", ["title": "…", "description": "…", "assignee_id": .string($0.rawValue)])
                } ?? (hasFiles ? nudge("complete_ticket", ["result": "…", "files": []]) : nudge("write_document", document))),
            fact: hasFiles ? "The work is not handed in." : "There is no document, and nothing is handed in.")
    }

    /// Small models tell what they would do instead of doing it, and some have no other way to call a tool than to write it.
    private static func nudge(_ tool: String, _ arguments: JSONValue) -> String {
        let call: JSONValue = ["name": .string(tool), "arguments": arguments]
        return "Do not describe it, make the call now. If you cannot call tools, answer with nothing but JSON like this: \(call)"
    }
}
