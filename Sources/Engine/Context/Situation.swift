import Domain
import Store

/// What a model is told of the work before it: why it was woken, the ticket, what was said, who is there, what to do now.
///
/// Sections and their first words stay as they are: models of every size find ids by them, the practice model included.
enum Situation {
    /// In the order in which it is told; the discussion of a ticket stands before the people.
    static func blocks(_ context: TurnContext, now: Timestamp) -> [ContextBlock] {
        [cause(context)] + answerBlocks(context) + [announcementBlock(context)] + meetingBlocks(context, now: now)
            + ticketBlocks(context) + memoryBlocks(context) + waitingBlocks(context) + [meetingMemory(context)]
            + peopleBlocks(context)
            + knowledgeBlocks(context) + [task(context)]
    }

    static func name(_ id: String, _ context: TurnContext) -> String {
        id == context.employee.id.rawValue ? "you" : context.names[id] ?? (id == Author.system.id ? "Team-X" : id)
    }

    private static func cause(_ context: TurnContext) -> ContextBlock {
        let resumed = context.memory.isResumed ? "\nYou take the work up from the checkpoint below." : ""
        let origins = [ContextOrigin("agent_wakeup_requests", context.work.id.rawValue)]
        return ContextBlock(
            .cause, .critical, origins: origins + occasionOrigins(context), cutting: .words,
            "# Situation\nCause: \(context.work.cause.rawValue)\n\(reason(context))\(resumed)\(occasion(context))")
    }

    private static func meetingBlocks(_ context: TurnContext, now: Timestamp) -> [ContextBlock] {
        guard let meeting = context.meeting else { return [] }
        return [
            ContextBlock(
                .meeting, .critical, origins: [ContextOrigin("meetings", meeting.meeting.id.rawValue)], cutting: .words,
                MeetingSituation.text(meeting, now: now) { name($0, context) })
        ]
    }

    private static func task(_ context: TurnContext) -> ContextBlock {
        ContextBlock(.task, .critical, cutting: .words, "## What to do now\n" + instruction(context))
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
        case .mention:
            context.ticket == nil ? "Somebody called on you by name." : "Somebody called on you in a ticket's discussion."
        case .message: "A person wrote to you."
        case .colleagueMessage: "A colleague wrote to you."
        case .colleagueAnswered:
            context.outcomes.allSatisfy { $0.answers.isEmpty }
                ? "You asked a colleague something, and there is no answer." : "A colleague answered what you had asked."
        case .routine: "A routine of the company is due, and its ticket is yours."
        case .schedule:
            context.surroundings.occasion?.isReminder == true
                ? "You are reminded of something in the calendar." : "The time has come for something in the calendar."
        case .manual: "You were asked to look at your work."
        case .meetingTurn: "It is your turn to speak in a meeting."
        case .interjection: "A person spoke in the meeting, and you answer."
        case .digest: "This conversation has grown, and its summary is to be made anew."
        }
    }

    static func instruction(_ context: TurnContext) -> String {
        if let meeting = context.meeting { return MeetingSituation.instruction(meeting) }
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
        case .schedule where context.ticket == nil:
            return context.surroundings.occasion?.isReminder == true
                ? "Prepare with the tools what has to be ready by then, and say in a sentence or two where it stands."
                : "Do with the tools what is to be done now, and say what came of it."
        case .colleagueAnswered where !context.isOwnTicket:
            return "Go on with what you asked for, and say here what came of it. If something needs doing, do it with the tools "
                + "first."
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
