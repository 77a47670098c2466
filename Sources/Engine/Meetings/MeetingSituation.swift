import Domain
import Store

/// What a model is told of a meeting in which it is its turn to speak.
enum MeetingSituation {
    /// The sections that stand before what was said.
    static func text(_ view: MeetingView, now: Timestamp, names: (String) -> String) -> String {
        let meeting = view.meeting
        var sections = [
            """
            ## Meeting
            id: \(meeting.id)
            mode: \(meeting.mode.rawValue)
            phase: \(view.turn.phase.rawValue)
            your part: \(view.isChair ? "chair" : "attendee")
            why you speak: \(view.turn.reason.rawValue)
            turns left: \(view.turnsLeft)
            minutes left: \(view.minutesLeft(at: now))
            """,
            "## Agenda\n\(meeting.agenda.cut(to: 6000))",
            "## In the meeting\n" + view.present.map { line($0, view) }.joined(separator: "\n"),
        ]
        if let question = view.turn.question, !view.turn.reason.isOfPerson || view.turn.answersID == nil {
            let words = question.cut(to: 2000)
            sections.append("## You are asked\n" + (view.turn.reason.isOfPerson ? words : Quotation.of(words)))
        }
        if !meeting.decisions.value.isEmpty {
            sections.append(
                "## Decided so far\n" + meeting.decisions.value.map { "- \($0.text.inOneLine)" }.joined(separator: "\n"))
        }
        if !meeting.actionItems.value.isEmpty {
            let items = meeting.actionItems.value.map {
                "- \($0.title.inOneLine) — \($0.assigneeID.map { names($0.rawValue) } ?? "nobody")"
            }
            sections.append("## Action items so far\n" + items.joined(separator: "\n"))
        }
        if !meeting.positions.value.isEmpty {
            let lines = meeting.positions.value.map {
                "- \(names($0.employeeID.rawValue)): \($0.stance.rawValue), \($0.reason.inOneLine)"
            }
            sections.append("## Positions so far\n" + lines.joined(separator: "\n"))
        }
        return sections.joined(separator: "\n\n")
    }

    /// What is expected now.
    static func instruction(_ view: MeetingView) -> String {
        let manner = " Speak to the others in a few sentences, as yourself, without your name before them."
        switch view.turn.reason {
        case .interjection:
            return "A person has said something in the meeting. Answer them." + manner
        case .calledOn:
            return "A person calls on you. Say what you have to say to the agenda and to what was asked." + manner
        default: break
        }
        switch view.turn.phase {
        case .opening:
            return "Open the meeting: say what it is about and what you want from it." + direction(view) + manner
        case .discussion where view.isChair:
            return "Lead the discussion: take up what was said and bring it on." + direction(view)
                + " You may record a decision or an action item at once." + manner
        case .discussion:
            return "Say what your role has to add: agree, object, or make what was said better; do not repeat it. If you have "
                + "nothing to add, call pass_floor." + manner
        case .positions:
            return "The discussion is at its end. Call state_position with your stance on what was proposed and your reason; "
                + "“disagree” is kept as a dissent. Then say it in a sentence."
        case .closing, .ended:
            return
                "Close the meeting. Call record_decision for each thing that was decided and add_action_item for each thing that "
                + "somebody is to do, with its owner. Then sum up in a few sentences what was said, what was decided and what is open."
        }
    }

    private static func direction(_ view: MeetingView) -> String {
        view.isDirectedNow
            ? " Then call give_floor with the employee_id of whoever shall speak next and what you ask them, or close_discussion "
                + "when enough was said."
            : ""
    }

    private static func line(_ employee: Employee, _ view: MeetingView) -> String {
        "- \(employee.id): \(employee.name), \(employee.title)"
            + (employee.id == view.meeting.chairID ? ", chair" : ", attendee")
    }
}
