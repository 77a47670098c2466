import Domain

/// What the practice model says and does in a meeting: each in the voice of their profession, and the chair to an end.
enum PracticeMeetingScript {
    typealias Answer = PracticeScript.Answer

    static func answer(to scene: PracticeScene, in meeting: PracticeMeeting) -> Answer {
        if meeting.reason == "interjection" || meeting.reason == "called_on" { return reply(scene, meeting) }
        return switch meeting.phase {
        case "opening": open(scene, meeting)
        case "positions": position(scene, meeting)
        case "closing": close(scene, meeting)
        default: meeting.isChair ? lead(scene, meeting) : discuss(scene, meeting)
        }
    }

    private static func open(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        let names = meeting.attendees.map(first).joined(separator: ", ")
        let rest = meeting.agenda.count > 1 ? " There are \(meeting.agenda.count) points, and we take them together." : ""
        let text =
            "Thank you for coming, \(names). We are here for this: \(meeting.subject).\(rest) I want to leave with one "
            + "decision and with who does what."
        return giving(meeting.attendees.first, "What does it need from your side?", text, scene)
    }

    private static func lead(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        guard scene.tools.contains("give_floor") else {
            return Answer(text: "Let us keep to what we can decide today: the smallest step that shows whether it works.")
        }
        // The opening gave the floor to the first; each lead gives it to one more.
        let next = meeting.attendees.dropFirst(max(1, meeting.spoken)).first
        guard let next else {
            return Answer(
                text: "I have heard everybody once. Let us see where each of you stands.", calls: [("close_discussion", [:])])
        }
        return giving(
            next, "What is missing in what was said?", "Thank you, that is one side of it. \(first(next)), I want yours.", scene)
    }

    private static func giving(
        _ next: PracticeScene.Person?, _ question: String, _ text: String, _ scene: PracticeScene
    ) -> Answer {
        guard let next, scene.tools.contains("give_floor") else { return Answer(text: text) }
        return Answer(
            text: text, calls: [("give_floor", ["employee_id": .string(next.id), "question": .string(question)])])
    }

    private static func discuss(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        let discipline = PracticeDiscipline.of(scene.title)
        let points = discipline.sections.flatMap { $0.points }
        guard !points.isEmpty, meeting.spoken < points.count else {
            return Answer(text: "", calls: scene.tools.contains("pass_floor") ? [("pass_floor", [:])] : [])
        }
        let point = points[meeting.spoken].replacing("{goal}", with: meeting.subject)
        guard meeting.spoken > 0 else {
            return Answer(
                text:
                    "As \(scene.title) I would begin here. \(sentence(point)) I can bring a \(discipline.deliverable.lowercased()) for it."
            )
        }
        if meeting.dissents, meeting.asksForOpinions {
            return Answer(
                text: "I do not agree yet. \(sentence(point)) If we skip that, we decide without knowing what it costs us.")
        }
        return Answer(text: "To add to that: \(sentence(point))")
    }

    private static func position(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        let disagrees = meeting.dissents && meeting.asksForOpinions
        let words =
            disagrees
            ? "It is too early: we have no number yet that would tell us that it fails."
            : "The step is small, has an owner, and can be taken back."
        if scene.result(of: "state_position") != nil || !scene.tools.contains("state_position") {
            return Answer(text: (disagrees ? "I disagree, and I want it in the minutes. " : "I agree. ") + words)
        }
        return Answer(
            text: "",
            calls: [("state_position", ["stance": .string(disagrees ? "disagree" : "agree"), "reason": .string(words)])])
    }

    private static func close(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        guard scene.result(of: "record_decision") == nil, scene.tools.contains("record_decision") else {
            let dissent = meeting.hasDissent ? " One of us disagrees, and that is kept." : ""
            return Answer(
                text:
                    "We go ahead with the smallest version of it: \(meeting.subject). The action items say who does what.\(dissent) "
                    + "We look at it again in two weeks. Thank you all.")
        }
        var calls: [(tool: String, arguments: JSONValue)] = [
            ("record_decision", ["decision": .string("We begin with the smallest version of it: \(meeting.subject).")])
        ]
        let owners = meeting.attendees.isEmpty ? meeting.people : meeting.attendees
        for (place, owner) in (owners + meeting.people.filter(\.isChair)).prefix(2).enumerated() {
            let discipline = PracticeDiscipline.of(owner.title)
            calls.append(
                (
                    "add_action_item",
                    [
                        "title": .string("\(discipline.deliverable): \(meeting.subject)".cut(to: 180)),
                        "owner_id": .string(owner.id), "due_in_days": .integer(place == 0 ? 7 : 14),
                        "priority": .string(place == 0 ? "high" : "medium"),
                        "description": .string("\(discipline.brief)\n\nGood when: \(discipline.acceptance)"),
                    ]
                ))
        }
        return Answer(text: "", calls: calls)
    }

    private static func reply(_ scene: PracticeScene, _ meeting: PracticeMeeting) -> Answer {
        let heard = meeting.question ?? scene.lastWords.split(separator: ": ", maxSplits: 1).last.map(\.trimmed) ?? ""
        let echo = heard.count > 100 ? heard.prefix(97) + "…" : heard[...]
        let discipline = PracticeDiscipline.of(scene.title)
        let asked = echo.isEmpty ? "You called on me." : "You ask: “\(echo)”"
        return Answer(
            text:
                "\(asked) As \(scene.title) I say: \(sentence(discipline.brief)) I take it into the \(discipline.deliverable.lowercased())."
        )
    }

    private static func first(_ person: PracticeScene.Person) -> String {
        person.name.split(separator: " ").first.map(String.init) ?? person.name
    }

    private static func sentence(_ point: String) -> String {
        point.hasSuffix(".") || point.hasSuffix(":") ? point : point + "."
    }
}
