import Domain

/// What the practice model finds in a turn of a meeting.
struct PracticeMeeting {
    let phase: String
    let reason: String
    let isChair: Bool
    let agenda: [String]
    let question: String?
    let people: [PracticeScene.Person]
    /// Whether it is this employee who disagrees, where the agenda asks for opinions.
    let dissents: Bool
    /// Whether somebody has said that they disagree.
    let hasDissent: Bool
    /// How often this employee has spoken already.
    let spoken: Int

    /// - Parameter sections: Of the situation, by heading.
    init?(_ sections: [String: [String]], speaking name: String, said: [ModelMessage]) {
        guard let lines = sections["Meeting"] else { return nil }
        func field(_ name: String) -> String {
            lines.first { $0.hasPrefix(name + ": ") }.map { $0.dropFirst(name.count + 2).trimmed } ?? ""
        }
        phase = field("phase")
        reason = field("why you speak")
        isChair = field("your part") == "chair"
        agenda = (sections["Agenda"] ?? []).map { $0.drop { "#-*• 0123456789.".contains($0) }.trimmed }.filter { !$0.isEmpty }
        question = sections["You are asked"]?.joined(separator: " ").trimmed
        people = (sections["In the meeting"] ?? []).compactMap(PracticeScene.person)
        let attendees = people.filter { !$0.isChair }
        dissents = attendees.count > 1 && attendees.last?.name == name
        hasDissent = (sections["Positions so far"] ?? []).contains { $0.contains(": disagree,") }
        spoken = said.count { if case .assistant(let text, let calls) = $0 { !text.isEmpty && calls.isEmpty } else { false } }
    }

    /// The agenda in few words.
    var subject: String { PracticeSubject.short(agenda.first ?? "the agenda") }

    /// Those who attend without the chair.
    var attendees: [PracticeScene.Person] { people.filter { !$0.isChair } }

    /// Whether the agenda asks for opinions.
    var asksForOpinions: Bool {
        let text = agenda.joined(separator: " ").lowercased()
        return text.contains("?")
            || ["whether", "should", "opinion", "decide", "pros and cons", "choose", "agree"].contains { text.contains($0) }
    }
}
