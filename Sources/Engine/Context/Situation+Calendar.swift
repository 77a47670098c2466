import Domain
import Store

extension Situation {
    /// What in the calendar the turn is about; what an employee wrote of it is told as their word.
    static func occasion(_ context: TurnContext) -> String {
        guard let occasion = context.surroundings.occasion else { return "" }
        let item = occasion.item
        var lines = [
            "", "## In the calendar", "title: \(item.title.inOneLine)", "kind: \(item.kind.rawValue)",
            "begins: \(item.startsAt.minuteText)",
        ]
        if let end = item.endsAt { lines.append("ends: \(end.minuteText)") }
        lines.append("priority: \(item.priority.rawValue)")
        if let ticket = occasion.ticket {
            lines.append("ticket: \(ticket.label) \(ticket.title.inOneLine) (\(ticket.id)), \(ticket.status.rawValue)")
        }
        if !item.description.trimmed.isEmpty {
            lines.append(
                "description:\n" + (item.createdByKind == .employee ? Quotation.of(item.description) : item.description))
        }
        return lines.joined(separator: "\n")
    }

    static func occasionOrigins(_ context: TurnContext) -> [ContextOrigin] {
        guard let item = context.surroundings.occasion?.item else { return [] }
        return [ContextOrigin("schedule_items", item.id.rawValue, item.title)]
    }
}
