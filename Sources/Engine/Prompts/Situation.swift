import Domain
import Store

/// What a model is told of the work before it: why it was woken, the ticket, what was said, who is there, what to do now.
///
/// Sections and their first words stay as they are: models of every size find ids by them, the practice model included.
enum Situation {
    static func text(_ context: TurnContext) -> String {
        var sections = ["# Situation\nCause: \(context.work.cause.rawValue)\n\(reason(context))"]
        if let ticket = context.ticket { sections.append(section(ticket, context)) }
        if let review = context.review, context.work.cause == .reviewRequest {
            sections.append(
                "## Handed in for review\nby: \(name(review.requestedBy.rawValue, context))\nround: \(review.round)\nresult: \(review.result)"
            )
        }
        if !context.parts.isEmpty {
            sections.append("## Parts\n" + context.parts.map { line($0, context) }.joined(separator: "\n"))
        }
        if !context.files.isEmpty {
            sections.append("## Files on this ticket\n" + context.files.map { file in line(file) }.joined(separator: "\n"))
        }
        if context.ticket != nil, !context.messages.isEmpty {
            sections.append("## Discussion\n" + context.messages.suffix(12).map { line($0, context) }.joined(separator: "\n"))
        }
        if !context.reports.isEmpty {
            sections.append("## Your reports\n" + context.reports.map { line($0) }.joined(separator: "\n"))
        }
        if let manager = context.manager {
            sections.append("## Your manager\n- \(manager.id): \(manager.name), \(manager.title)")
        }
        sections.append("## What to do now\n" + instruction(context))
        return sections.joined(separator: "\n\n")
    }

    /// Messages of a direct or group conversation, in the shape in which a model continues them.
    static func conversation(_ context: TurnContext) -> [ModelMessage] {
        context.messages.suffix(20).map { message in
            message.authorID == context.employee.id.rawValue
                ? .assistant(text: context.text(of: message, limit: 4000), toolCalls: [])
                : .user("\(name(message.authorID, context)): \(context.text(of: message, limit: 4000))")
        }
    }

    private static func section(_ ticket: Ticket, _ context: TurnContext) -> String {
        var lines = [
            "## Ticket \(ticket.label)", "id: \(ticket.id)", "title: \(ticket.title)", "status: \(ticket.status.rawValue)",
            "priority: \(ticket.priority.rawValue)", "filed by: \(name(ticket.reporterID, context))",
        ]
        if let parent = context.parent { lines.append("part of: \(parent.label) \(parent.title)") }
        if let goal = context.goal { lines.append("goal: \(goal.title)") }
        lines.append("description:\n\(ticket.description.isEmpty ? "(none)" : ticket.description.cut(to: 6000))")
        return lines.joined(separator: "\n")
    }

    private static func line(_ part: TurnContext.Part, _ context: TurnContext) -> String {
        let who = part.ticket.assigneeID.map { name($0.rawValue, context) } ?? "nobody"
        let files = part.files.map { "\($0.originalName) (\($0.id))" }.joined(separator: ", ")
        return "- \(part.ticket.label) [\(part.ticket.status.rawValue)] \(part.ticket.title) — \(who)"
            + (files.isEmpty ? "" : "; files: \(files)")
    }

    private static func line(_ file: VaultFile) -> String {
        let text = file.extractedText.map { "\n  " + $0.cut(to: 1500).split(separator: "\n").joined(separator: "\n  ") } ?? ""
        return "- \(file.id): \(file.originalName)\(text)"
    }

    private static func line(_ message: Message, _ context: TurnContext) -> String {
        "- \(name(message.authorID, context)): \(context.text(of: message, limit: 1500))"
    }

    private static func line(_ report: TurnContext.Colleague) -> String {
        "- \(report.employee.id): \(report.employee.name), \(report.employee.title), \(report.openTickets) open tickets"
    }

    private static func name(_ id: String, _ context: TurnContext) -> String {
        id == context.employee.id.rawValue ? "you" : context.names[id] ?? (id == Author.system.id ? "Team-X" : id)
    }

    private static func reason(_ context: TurnContext) -> String {
        switch context.work.cause {
        case .goal: "A goal was set for the company, and you lead it."
        case .assignment: "This ticket was given to you."
        case .changesRequested: "Your work on this ticket was reviewed and needs changes."
        case .reviewRequest: "A colleague handed in this ticket, and you decide whether it is good."
        case .childrenDone: "All parts of your ticket are done."
        case .dependencyCleared: "What your ticket waited for is done."
        case .questionAnswered: "Your question was answered."
        case .comment: "There is a new comment on your ticket."
        case .mention: context.ticket == nil ? "Somebody called on you by name." : "Somebody called on you in a ticket's discussion."
        case .message: "A person wrote to you."
        case .colleagueMessage: "A colleague wrote to you."
        case .routine, .schedule, .manual: "You were asked to look at your work."
        case .meetingTurn: "It is your turn to speak in a meeting."
        case .interjection: "A person spoke in the meeting, and you answer."
        case .digest: "This conversation has grown, and its summary is to be made anew."
        }
    }

    private static func instruction(_ context: TurnContext) -> String {
        switch context.work.cause {
        case .reviewRequest:
            return "Look at the result and the files against the ticket. Call review_ticket with outcome “approved”, or with "
                + "“changes_requested” and a comment that says what is missing."
        case .childrenDone:
            return "Put the results of the parts together: write the deliverable of this ticket with write_document, then call "
                + "complete_ticket with a result and the ids of the files that prove it."
        case .message, .colleagueMessage,
            .mention where context.ticket == nil:
            return "Answer. If something needs doing, do it with the tools first."
        default:
            guard context.isOwnTicket else {
                return "Answer in a sentence or two. If something needs doing, do it with the tools first."
            }
            if context.parts.isEmpty, !context.reports.isEmpty {
                return
                    "Break the ticket into parts with create_ticket: one part for each report who should take part, each with one "
                    + "deliverable and the description of when it is good. Then stop; you are woken when the parts are done. Only if "
                    + "nobody else is needed, do it yourself: write_document, then complete_ticket."
            }
            return
                "Do the work: write the deliverable with write_document, then call complete_ticket with a result and the ids of the "
                + "files that prove it. If a decision truly needs a person, call ask_human."
        }
    }
}
