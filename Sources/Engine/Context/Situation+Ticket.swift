import Domain
import Store

extension Situation {
    static func ticketBlocks(_ context: TurnContext) -> [ContextBlock] {
        guard let ticket = context.ticket else { return [] }
        var blocks = [
            ContextBlock(
                .ticket, .critical, origins: [origin(ticket)], cutting: .words, section(ticket, context))
        ]
        if let review = context.review, context.work.cause == .reviewRequest {
            blocks.append(
                ContextBlock(
                    .review, .critical, origins: [ContextOrigin("ticket_reviews", review.id.rawValue, "round \(review.round)")],
                    cutting: .words,
                    "## Handed in for review\nby: \(name(review.requestedBy.rawValue, context))\nround: \(review.round)\nresult:"
                        + quoted(review.result)
                ))
        }
        return blocks + [ancestry(of: ticket, context), parts(context), files(context)]
    }

    private static func section(_ ticket: Ticket, _ context: TurnContext) -> String {
        var lines = [
            "## Ticket \(ticket.label)", "id: \(ticket.id)", "title: \(ticket.title.inOneLine)",
            "status: \(ticket.status.rawValue)",
            "priority: \(ticket.priority.rawValue)", "filed by: \(name(ticket.reporterID, context))",
        ]
        if let parent = context.parent { lines.append("part of: \(parent.label) \(parent.title.inOneLine)") }
        if let project = context.surroundings.project { lines.append("project: \(project.title.inOneLine)") }
        if let goal = context.goal { lines.append("goal: \(goal.title.inOneLine)") }
        lines.append("description:\n\(ticket.description.isEmpty ? "(none)" : description(of: ticket))")
        return lines.joined(separator: "\n")
    }

    /// What the ticket belongs to; what the ticket's own section says already is not said again.
    private static func ancestry(of ticket: Ticket, _ context: TurnContext) -> ContextBlock {
        var lines: [String] = []
        var origins: [ContextOrigin] = []
        for (place, above) in ((context.parent.map { [$0] } ?? []) + context.surroundings.ancestors).enumerated() {
            let isQuoted = above.reporterKind == .employee
            let text = place == 0 ? above.description.cut(to: 800) : ""
            lines.append("- ticket \(above.label): \(above.title.inOneLine)" + (isQuoted ? quoted(text) : indented(text)))
            origins.append(origin(above))
        }
        if let project = context.surroundings.project {
            lines.append("- project: \(project.title.inOneLine)" + indented(project.description.cut(to: 600)))
            origins.append(ContextOrigin("projects", project.id.rawValue, project.title))
        }
        // The ticket of a goal itself says all that the goal does.
        if let goal = context.goal, ticket.parentTicketID != nil {
            lines.append("- goal: \(goal.title.inOneLine)" + indented(goal.description.cut(to: 600)))
            origins.append(ContextOrigin("goals", goal.id.rawValue, goal.title))
        }
        let text = lines.isEmpty ? "" : "## Where the ticket belongs\n" + lines.joined(separator: "\n")
        return ContextBlock(.ancestry, .medium, origins: origins, share: 20, text)
    }

    private static func parts(_ context: TurnContext) -> ContextBlock {
        let lines = context.parts.map { part in
            let who = part.ticket.assigneeID.map { name($0.rawValue, context) } ?? "nobody"
            let files = part.files.map { "\($0.originalName.inOneLine) (\($0.id))" }.joined(separator: ", ")
            return "- \(part.ticket.label) [\(part.ticket.status.rawValue)] \(part.ticket.title.inOneLine) — \(who)"
                + (files.isEmpty ? "" : "; files: \(files)")
        }
        return ContextBlock(
            .parts, .high, origins: context.parts.map { origin($0.ticket) }, share: 40,
            lines.isEmpty ? "" : "## Parts\n" + lines.joined(separator: "\n"))
    }

    private static func files(_ context: TurnContext) -> ContextBlock {
        let lines = context.files.map { file in
            "- \(file.id): \(file.originalName.inOneLine)" + quoted(file.extractedText.map { $0.cut(to: 1500) } ?? "")
        }
        return ContextBlock(
            .files, .high, origins: context.files.map { ContextOrigin("file_vault", $0.id.rawValue, $0.originalName) }, share: 50,
            lines.isEmpty ? "" : "## Files on this ticket\n" + lines.joined(separator: "\n"))
    }

    private static func origin(_ ticket: Ticket) -> ContextOrigin { ContextOrigin("tickets", ticket.id.rawValue, ticket.label) }

    /// What an employee wants done is told as their word; what a person wants is what the work is.
    private static func description(of ticket: Ticket) -> String {
        ticket.reporterKind == .employee ? Quotation.of(ticket.description) : ticket.description
    }

    /// A text of others, on lines of its own.
    static func quoted(_ text: String) -> String { text.trimmed.isEmpty ? "" : "\n" + Quotation.of(text) }

    static func indented(_ text: String) -> String {
        text.isEmpty ? "" : "\n  " + text.split(separator: "\n").joined(separator: "\n  ")
    }
}
