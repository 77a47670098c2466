/// The minutes of a meeting as Markdown, from what is stored of it: the same meeting always gets the same text.
package struct MeetingMinutes: Hashable, Sendable {
    package let meeting: Meeting
    package let turns: [Meeting.Turn]
    /// The names of all who appear, by id.
    package let names: [String: String]
    package let titles: [Employee.ID: String]
    /// What was said in the turns.
    package let said: [Message.ID: String]
    package let ended: Timestamp

    package init(
        meeting: Meeting, turns: [Meeting.Turn], names: [String: String], titles: [Employee.ID: String],
        said: [Message.ID: String], ended: Timestamp
    ) {
        self.meeting = meeting
        self.turns = turns
        self.names = names
        self.titles = titles
        self.said = said
        self.ended = ended
    }

    package var markdown: String {
        let parts = [
            "# Minutes: \(Self.line(meeting.subject))", figures, section("Agenda", [meeting.agenda.trimmed]),
            section("Attendance", attendance), section("Discussion", discussion),
            section("Decisions", list(meeting.decisions.value.map { Self.line($0.text) })),
            section("Positions and dissent", positions), section("Action items", items),
            section("Open questions", openQuestions),
            section("Summary by the chair", [meeting.closingWords ?? "The chair did not get to closing words."]),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var figures: String {
        let minutes = max(0, (ended - meeting.startedAt).wholeMilliseconds) / 60_000
        let spoken = turns.count { $0.status == .spoken }
        let counted = turns.count(where: \.counts)
        let limit = meeting.limits.value.turns.map { " of \($0)" } ?? ""
        return """
            - Held: \(meeting.startedAt.minuteText), \(minutes < 1 ? "less than a minute" : "\(minutes) minutes")
            - Mode: \(meeting.mode.rawValue); turns: \(counted)\(limit); contributions: \(spoken); cost: $\(meeting.costUsd)
            - Ended: \(Self.words(for: meeting.endReason))
            """
    }

    private var attendance: [String] {
        let gone = Dictionary(meeting.departures.value.map { ($0.employeeID, $0) }) { $0.returnedAt == nil ? $0 : $1 }
        return list(
            meeting.attendees.value.map { id in
                let title = titles[id].map { ", \($0)" } ?? ""
                let chair = id == meeting.chairID ? " (chair)" : ""
                return "\(name(id))\(title)\(chair)" + (gone[id].map(Self.words(for:)) ?? "")
            })
    }

    /// The beginning of what everybody said, in order; the whole of it is in the meeting's thread.
    private var discussion: [String] { list(turns.filter { $0.phase != .positions && $0.phase != .closing }.compactMap(gist)) }

    private func gist(of turn: Meeting.Turn) -> String? {
        guard turn.status == .spoken, let words = turn.messageID.flatMap({ said[$0] }).map(Self.line), !words.isEmpty else {
            return nil
        }
        let beginning = words.count > Self.gistLength ? words.prefix(Self.gistLength).trimmed + "…" : words
        return "\(name(turn.employeeID)): \(beginning)"
    }

    private static let gistLength = 280

    /// The stances that were taken, and the words of those who had the floor for theirs and gave none.
    private var positions: [String] {
        let stated = Set(meeting.positions.value.map(\.employeeID))
        let others = turns.filter { $0.phase == .positions && !stated.contains($0.employeeID) }.compactMap(gist)
        return list(
            meeting.positions.value.map {
                let stance = $0.stance == .disagree ? "**disagrees**" : $0.stance == .agree ? "agrees" : "abstains"
                return "\(name($0.employeeID)) \(stance): \(Self.line($0.reason))"
            } + others)
    }

    private var items: [String] {
        let items = meeting.actionItems.value
        guard !items.isEmpty else { return ["None."] }
        let rows = items.enumerated().map { index, item in
            "| \(index + 1) | \(Self.cell(item.title)) | \(item.assigneeID.map { Self.cell(name($0)) } ?? "nobody") "
                + "| \(item.dueAt.map(\.dayText) ?? "open") | \((item.priority ?? .medium).rawValue) |"
        }
        return ["| # | What | Owner | Due | Priority |\n|---|---|---|---|---|\n" + rows.joined(separator: "\n")]
    }

    /// What people asked and what turns were to answer that came to nothing.
    private var openQuestions: [String] {
        let unheard = meeting.requests.value.compactMap(\.question)
        let unanswered = turns.filter { $0.status != .spoken }.compactMap(\.question)
        return list((unheard + unanswered).map(Self.line))
    }

    private func name(_ id: Employee.ID) -> String { names[id.rawValue] ?? id.rawValue }

    private func list(_ lines: [String]) -> [String] { lines.isEmpty ? ["None."] : lines.map { "- \($0)" } }

    private func section(_ title: String, _ lines: [String]) -> String { "## \(title)\n\n" + lines.joined(separator: "\n") }

    private static func words(for departure: Meeting.Departure) -> String {
        departure.returnedAt == nil ? ": left, \(departure.reason)" : ": away for a while, \(departure.reason)"
    }

    private static func words(for reason: MeetingEndReason?) -> String {
        switch reason {
        case .completed, nil: "when everybody was heard"
        case .person: "by a person"
        case .turns: "at the limit of turns"
        case .minutes: "at the limit of time"
        case .cost: "at the limit of cost"
        case .failures: "after \(MeetingState.failureLimit) failed turns in a row"
        case .deserted: "when nobody was left"
        }
    }

    /// One line, so that what was said cannot begin a heading.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }
}

extension Meeting {
    /// The first line of the agenda, as the meeting is called by.
    package var subject: String { Self.subject(of: agenda) }

    package static func subject(of agenda: String) -> String {
        let line = agenda.split(whereSeparator: \.isNewline).lazy.map(\.trimmed).first { !$0.isEmpty } ?? "Meeting"
        let plain = line.drop { "#-*• ".contains($0) }
        return plain.count > 120 ? plain.prefix(117) + "…" : String(plain)
    }
}
