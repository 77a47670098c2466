import Domain

/// What the practice model says and does in a scene.
enum PracticeScript {
    struct Answer {
        var text: String
        var calls: [(tool: String, arguments: JSONValue)] = []
    }

    static func answer(to scene: PracticeScene) -> Answer {
        if let meeting = scene.meeting { return PracticeMeetingScript.answer(to: scene, in: meeting) }
        if let digest = PracticeDigest(scene) { return Answer(text: digest.text) }
        return switch scene.cause {
        case "review_request": review(scene)
        case "message", "colleague_message", "mention", "comment": reply(scene)
        default:
            if scene.ticketID == nil {
                reply(scene)
            } else if scene.parts.isEmpty, let call = PracticeAsking.call(scene) {
                Answer(text: "“\(scene.ticketTitle)” wants a word from you first.", calls: [call])
            } else if !scene.reports.isEmpty, scene.tools.contains("create_ticket"),
                scene.parts.isEmpty || scene.results.contains(where: { $0.tool == "create_ticket" })
            {
                delegate(scene)
            } else if scene.parts.contains(where: { !$0.contains("[done]") }) {
                Answer(text: "The parts of “\(scene.ticketTitle)” are with my colleagues; I go on when they are done.")
            } else {
                deliver(scene)
            }
        }
    }

    private static func review(_ scene: PracticeScene) -> Answer {
        guard scene.results.isEmpty, let ticket = scene.ticketID else { return Answer(text: "I have looked at it.") }
        // About one ticket in seven goes back once, so that the whole loop is seen; which ones, its title decides.
        let goesBack = scene.reviewRound == 1 && scene.ticketTitle.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 7 == 3
        let comment =
            goesBack
            ? "A good start. Please say who decides when the plan slips, and by which sign we would notice."
            : "This answers the ticket: one clear outcome, and we can act on it."
        return Answer(
            text: "I have read what \(scene.reviewedBy) handed in for “\(scene.ticketTitle)”.",
            calls: [
                (
                    "review_ticket",
                    [
                        "ticket_id": .string(ticket), "outcome": .string(goesBack ? "changes_requested" : "approved"),
                        "comment": .string(comment),
                    ]
                )
            ])
    }

    private static func delegate(_ scene: PracticeScene) -> Answer {
        let filed = scene.results.filter { $0.tool == "create_ticket" }
        guard filed.isEmpty else {
            let count = filed.count { !$0.isError }
            return Answer(
                text:
                    "“\(scene.ticketTitle)” is now with \(count) colleague\(count == 1 ? "" : "s"). I put it together when the parts are done."
            )
        }
        let subject = PracticeSubject.short(scene.goal)
        let calls = scene.reports.prefix(6).map { report -> (tool: String, arguments: JSONValue) in
            let discipline = PracticeDiscipline.of(report.title)
            return (
                "create_ticket",
                [
                    "title": .string("\(discipline.deliverable): \(subject)".cut(to: 180)),
                    "description": .string(
                        "\(discipline.brief)\n\nIt serves the goal: \(scene.goal)\n\nGood when: \(discipline.acceptance)"),
                    "assignee_id": .string(report.id), "priority": .string(scene.isGoalTicket ? "high" : "medium"),
                ]
            )
        }
        return Answer(text: "To reach “\(scene.goal)” I give each of my reports one part of it.", calls: calls)
    }

    private static func deliver(_ scene: PracticeScene) -> Answer {
        guard let file = scene.result(of: "write_document") else {
            guard scene.results.count < 3 else { return Answer(text: "I could not write the document.") }
            let document = PracticeDocument.compose(scene)
            return Answer(
                text: "I write “\(document.name)”.",
                calls: [
                    (
                        "write_document",
                        ["name": .string(document.name), "title": .string(document.title), "content": .string(document.content)]
                    )
                ])
        }
        guard scene.result(of: "complete_ticket") == nil, scene.results.count < 6, let id = file["file_id"]?.string else {
            return Answer(text: "The work is handed in.")
        }
        let what =
            scene.parts.isEmpty ? "The document covers what the ticket asks for" : "The parts are put together in one document"
        let heard = scene.guidance.map { " I have read what was said meanwhile: “\($0.cut(to: 120))”." } ?? ""
        return Answer(
            text: "",
            calls: [
                (
                    "complete_ticket",
                    [
                        "ticket_id": .string(scene.ticketID ?? ""),
                        "result": .string("\(what): \(file["name"]?.string ?? "see the file").\(heard)"),
                        "files": [.string(id)],
                    ]
                )
            ])
    }

    private static func reply(_ scene: PracticeScene) -> Answer {
        let parts = scene.lastWords.replacing(":\n", with: ": ", maxReplacements: 1).split(separator: ": ", maxSplits: 1)
        let heard = parts.last.map(\.trimmed) ?? ""
        // A name stands before what was said, so that everybody in a group knows who is answered.
        let asker = parts.count == 2 && parts[0].utf8.count <= 80 && !parts[0].contains("\n") ? "\(parts[0]), this" : "This"
        let echo = heard.count > 120 ? heard.prefix(117) + "…" : heard[...]
        return Answer(
            text: "\(asker) is \(scene.name), \(scene.title), played by the practice model. I have read “\(echo)”. "
                + "Set up a real provider for an answer with thought in it; meanwhile tickets and reviews go on.")
    }
}
