import Domain

/// Puts a company's events into words, one line each, for those worth telling.
struct WorkStory {
    /// A line of the story: who did what.
    struct Line: Hashable {
        let employee: String?
        let name: String
        let text: String
        let style: Style?
    }

    private(set) var names: [String: String] = [:]
    private var tickets: [String: (label: String, title: String)] = [:]
    private var files: [String: String] = [:]
    private(set) var ticketCount = 0
    private(set) var doneCount = 0
    private(set) var fileCount = 0
    private(set) var promptTokens = 0
    private(set) var completionTokens = 0
    private(set) var cost = Money.zero
    private(set) var working: Set<String> = []
    private(set) var isPractice = false

    func name(_ id: String?) -> String { id.flatMap { names[$0] } ?? "You" }

    /// Takes in an event and tells it, or `nil` when it is not worth a line.
    mutating func tell(_ event: EventRecord) -> Line? {
        count(event)
        switch event.type {
        case "employee.hired":
            // The employees that every company has are no news.
            guard event.text("level") != EmployeeLevel.system.rawValue else { return nil }
            return line(event.text("employee_id"), "joins as \(event.text("title") ?? "an employee")", .dim)
        case "goal.created": return Line(employee: nil, name: "Goal", text: event.text("title") ?? "", style: .bold)
        case "ticket.created":
            let to = event.text("assignee_id").map { " → \(name($0))" } ?? ""
            return line(event.actorID, "\(names[event.actorID] == nil ? "file" : "files") \(ticket(event)) \(title(event))\(to)")
        case "work.started":
            let what = event.text("ticket_id") == nil ? "reads a message" : "takes up \(ticket(event))"
            return line(event.text("employee_id"), what, .dim)
        case "vault.file_created":
            return line(
                event.text("uploaded_by"),
                "writes \(event.text("original_name") ?? "a file") (\(Quantity.bytes(event.int("size_bytes") ?? 0)))", .cyan)
        case "review.requested":
            return line(event.text("requested_by"), "hands in \(ticket(event)) to \(name(event.text("reviewer_id")))")
        case "review.completed":
            let isApproved = event.text("outcome") == "approved"
            let why = event.text("summary").map { ": \($0)" } ?? ""
            return line(
                event.text("reviewer_id"),
                (isApproved ? "approves " : "asks for changes on ") + ticket(event) + (isApproved ? "" : why),
                isApproved ? .green : .yellow)
        case "ticket.closed": return Line(employee: nil, name: "Done", text: "\(ticket(event)) \(title(event))", style: .green)
        case "ticket.blocked":
            return Line(employee: nil, name: "Blocked", text: "\(ticket(event)): \(event.text("reason") ?? "")", style: .red)
        case "question.asked": return line(event.text("employee_id"), "asks you: \(event.text("prompt") ?? "")", .yellow)
        case "work.failed":
            let again = event.payload["will_retry"]?.bool == true ? " It is tried again." : ""
            return line(event.text("employee_id"), "stops: \(event.text("error") ?? "")\(again)", .red)
        case "message.agent_to_agent":
            return line(event.text("from_employee_id"), "writes to \(name(event.text("to_employee_id")))", .dim)
        case "tool.result" where event.payload["success"]?.bool == false:
            return line(event.text("employee_id"), "tries \(event.text("tool_name") ?? "a tool") in vain", .dim)
        case "server.recovered":
            return Line(employee: nil, name: "Server", text: "goes on where it was interrupted", style: .yellow)
        default: return nil
        }
    }

    private mutating func count(_ event: EventRecord) {
        switch event.type {
        case "employee.hired": if let id = event.text("employee_id") { names[id] = event.text("name") }
        case "ticket.created":
            ticketCount += 1
            if let id = event.text("ticket_id") { tickets[id] = ("#\(event.int("number") ?? 0)", event.text("title") ?? "") }
        case "ticket.closed": doneCount += 1
        case "ticket.reopened": doneCount -= 1
        case "vault.file_created": fileCount += 1
        case "work.started":
            if let id = event.text("employee_id") { working.insert(id) }
            if event.payload["practice"]?.bool == true { isPractice = true }
        case "work.completed", "work.failed", "work.cancelled": if let id = event.text("employee_id") { working.remove(id) }
        case "run.step":
            promptTokens += event.int("prompt_tokens") ?? 0
            completionTokens += event.int("completion_tokens") ?? 0
            if let step = try? Money(event.text("cost_usd") ?? "0"), let sum = try? cost + step { cost = sum }  // beyond all money: not shown
        default: break
        }
    }

    private func line(_ employee: String?, _ text: String, _ style: Style? = nil) -> Line {
        Line(employee: employee, name: name(employee), text: text, style: style)
    }

    private func ticket(_ event: EventRecord) -> String { event.text("ticket_id").flatMap { tickets[$0]?.label } ?? "a ticket" }

    private func title(_ event: EventRecord) -> String { event.text("ticket_id").flatMap { tickets[$0]?.title } ?? "" }
}
