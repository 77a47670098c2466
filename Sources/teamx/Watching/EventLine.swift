import Domain

/// Any event in a line for people: in the story's words where it has some, else by its name and what tells most of it.
struct EventLine {
    /// What tells most, in this order.
    private static let telling = [
        "title", "name", "subject", "tool_name", "original_name", "prompt", "cause", "status", "outcome", "reason", "error",
        "summary",
        "model",
    ]

    private var story = WorkStory()

    /// Takes in what happened before, so that names and numbers are known.
    mutating func learn(_ event: EventRecord) { _ = story.tell(event) }

    mutating func text(_ event: EventRecord, on terminal: Terminal) -> String {
        let time = WallClock.text(event.createdAt)
        guard let line = story.tell(event) else { return WorkLine.text(other(event), clock: time, quote: nil, on: terminal) }
        return WorkLine.text(line, clock: time, quote: nil, on: terminal)
    }

    private func other(_ event: EventRecord) -> WorkStory.Line {
        let employee = [event.text("employee_id"), event.actorID].compactMap { $0 }.first { story.names[$0] != nil }
        let isPerson = event.json["actor_kind"]?.string == "user"
        let words = Self.telling.compactMap { event.text($0) }.filter { !$0.isEmpty }.prefix(3)
        let ticket = event.text("ticket_id").flatMap { story.ticketLabel($0) }
        let text = ([event.type] + [ticket].compactMap { $0 } + words).joined(separator: "  ")
        let name = employee.map { story.name($0) } ?? (isPerson ? "You" : "Team-X")
        return WorkStory.Line(time: 0, employee: employee, name: name, text: text, style: .dim)
    }
}
