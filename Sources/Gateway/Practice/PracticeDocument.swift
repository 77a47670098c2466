import Domain

/// A document as the practice model writes it: a script for a profession, filled with the ticket at hand, and labelled.
struct PracticeDocument {
    let name: String
    let title: String
    let content: String

    static func compose(_ scene: PracticeScene) -> PracticeDocument {
        let discipline = PracticeDiscipline.of(scene.parts.isEmpty ? scene.title : "")
        let subject = PracticeSubject.short(scene.goal)
        var lines: [String] = []
        if scene.parts.isEmpty {
            lines += ["\(discipline.brief) This is the answer to the ticket “\(scene.ticketTitle)”.", ""]
            for section in discipline.sections {
                lines += ["## \(section.heading)", ""]
                lines += section.points.map { "- " + $0.replacing("{goal}", with: subject) }
                lines.append("")
            }
        } else {
            lines += ["What the team has brought together for “\(subject)”.", "", "## Parts", ""]
            lines += scene.parts.map { "- \($0)" }
            lines += [
                "", "## What it adds up to", "", "- The parts fit: each hands over what the next one needs.",
                "- First step: the smallest version, with its measure, before anything else is begun.",
                "- Review in two weeks, with the numbers that the parts name.", "",
            ]
        }
        if scene.cause == "changes_requested" {
            lines += [
                "## When the plan slips", "",
                "- The owner of the ticket decides what is cut, the same day.",
                "- The sign we watch: two days without a finished step.", "",
            ]
        }
        if !scene.decisions.isEmpty { lines += ["## What was decided", ""] + scene.decisions + [""] }
        lines += ["## Done when", "", "- \(discipline.acceptance)", "", "---", "", label(scene)]
        return PracticeDocument(
            name: fileName(scene), title: scene.ticketTitle.isEmpty ? discipline.deliverable : scene.ticketTitle,
            content: lines.joined(separator: "\n"))
    }

    private static func label(_ scene: PracticeScene) -> String {
        "_Written by the practice model in the part of \(scene.name), \(scene.title): scripted text, not the work of a real model._"
    }

    private static func fileName(_ scene: PracticeScene) -> String {
        let words = scene.ticketTitle.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(8)
        return (words.isEmpty ? "document" : words.joined(separator: "-")) + ".md"
    }
}
