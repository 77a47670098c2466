import Domain
import Store

/// Changes what a ticket says, or notes that it is blocked.
struct UpdateTicket: CompanyTool {
    let specification = ToolSpecification(
        name: "update_ticket",
        description: "Changes a ticket's title, description or priority, or notes with blocked_reason why it cannot go on.",
        parameters: Schema.object([
            "ticket_id": Schema.text("The ticket's id; this turn's ticket when left out."),
            "title": Schema.text("The new title."),
            "description": Schema.text("The new description."), "priority": Schema.word(Priority.self, "The new priority."),
            "blocked_reason": Schema.text("Why the work cannot go on."),
        ]))

    func isOffered(in context: TurnContext) -> Bool { context.work.cause != .reviewRequest }

    func perform(_ arguments: ToolArguments, _ desk: Desk) throws -> JSONValue {
        let ticket = try desk.ticket(arguments.optionalString("ticket_id"))
        let isTheirs = ticket.assigneeID == desk.employee.id || ticket.reporterID == desk.employee.id.rawValue
        guard isTheirs else {
            throw ToolFailure("The ticket \(ticket.label) is neither yours nor filed by you. Use comment_on_ticket.")
        }
        guard ticket.status != .done else { throw ToolFailure("The ticket \(ticket.label) is done.") }
        // What a person wants is told to whoever works on it as their word, so it stays their word.
        let rewrites = arguments.optionalString("title") != nil || arguments.optionalString("description") != nil
        guard ticket.reporterKind == .employee || !rewrites else {
            throw ToolFailure("The ticket \(ticket.label) says what a person wants. Use comment_on_ticket to add to it.")
        }
        let priority = arguments["priority"] == nil ? nil : try arguments.word("priority", as: Priority.self)
        let changes = Ticket.Changes(
            title: arguments.optionalString("title"), description: arguments.optionalString("description"), priority: priority)
        try ticket.change(changes, by: desk.author.actor, in: desk.transaction)
        let reason = arguments.optionalString("blocked_reason")?.trimmed ?? ""
        if !reason.isEmpty { try ticket.block(reason.cut(to: 1000), by: desk.author.actor, in: desk.transaction) }
        if changes.isEmpty, reason.isEmpty {
            throw ToolFailure("update_ticket needs something to change. To hand the work in, call complete_ticket.")
        }
        return ["ticket_id": .string(ticket.id.rawValue), "updated": true]
    }
}

extension Ticket.Changes {
    fileprivate var isEmpty: Bool { title == nil && description == nil && priority == nil && labels == nil && dueAt == nil }
}
