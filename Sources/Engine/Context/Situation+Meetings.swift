import Domain
import Store

extension Situation {
    /// What meetings have left for whoever took part: their decisions, and what is the employee's own to do.
    static func meetingMemory(_ context: TurnContext) -> ContextBlock {
        let told = context.surroundings.meetings.map { (meeting: $0, lines: lines(of: $0, context)) }.filter { !$0.lines.isEmpty }
        let text = told.flatMap(\.lines).joined(separator: "\n")
        return ContextBlock(
            .meetings, .medium,
            origins: told.map { ContextOrigin("meetings", $0.meeting.id.rawValue, $0.meeting.agenda.inOneLine.cut(to: 80)) },
            share: 12,
            text.isEmpty ? "" : "## From meetings\nWhat was decided, and what is yours to do.\n" + Quotation.of(text))
    }

    private static func lines(of meeting: Meeting, _ context: TurnContext) -> [String] {
        let decided = meeting.decisions.value.prefix(most).map { "  decided: \(brief($0.text))" }
        let mine = meeting.actionItems.value.filter { $0.assigneeID == context.employee.id }.prefix(most).map { item in
            let due = item.dueAt.map { ", due \(SystemPrompt.day(of: $0))" } ?? ""
            return "  for you to do: \(brief(item.title))\(due)" + (item.ticketID.map { ", ticket \($0)" } ?? "")
        }
        guard !decided.isEmpty || !mine.isEmpty else { return [] }
        let day = meeting.endedAt.map { SystemPrompt.day(of: $0) + ", " } ?? ""
        return ["- \(day)“\(meeting.agenda.inOneLine.cut(to: 120))”"] + mine + decided
    }

    private static func brief(_ text: String) -> String { text.inOneLine.cut(to: 300) }

    /// As many decisions, and as many things to do, as are told of one meeting.
    private static let most = 8
}
