import Domain

/// Puts a company's events into words, one line each, for those worth telling.
///
/// What an employee does with a tool is told by the event of what came of it, not by the call: one line, not three.
struct WorkStory: Sendable {
    /// A line of the story: who did what, and when.
    struct Line: Hashable, Sendable {
        /// Since the story began, in milliseconds.
        let time: Int64
        /// The employee whom the line is about.
        let employee: String?
        /// Who or what is named before the text.
        let name: String
        let text: String
        let style: Style?
        /// Whether the end of the text says more than its middle, where there is no room for all.
        var keepsEnd = false
        /// A message whose text belongs behind the line.
        var message: MessagePlace?
    }

    /// Where a message is found.
    struct MessagePlace: Hashable, Sendable {
        let thread: String
        let id: String
    }

    private(set) var figures = WorkFigures()
    private(set) var names: [String: String] = [:]
    /// The last failure of the work on a ticket, by the ticket's id.
    private(set) var failures: [String: String] = [:]
    private var tickets: [String: (label: String, title: String)] = [:]
    /// Why queued work is done, by its id.
    private var causes: [String: String] = [:]
    /// Who approved a ticket that is about to be closed.
    private var approvals: [String: String] = [:]
    private var begin: Timestamp?
    private var now = Timestamp(milliseconds: 0)

    /// Such as `#24`, for a ticket whose filing was taken in.
    func ticketLabel(_ id: String) -> String? { tickets[id]?.label }

    func name(_ id: String?) -> String { id.flatMap { names[$0] } ?? "You" }

    /// Takes in an event and tells it, or `nil` when it is not worth a line.
    mutating func tell(_ event: EventRecord) -> Line? {
        now = event.createdAt
        if begin == nil { begin = now }
        remember(event)
        figures.count(event)
        switch event.type {
        case "employee.hired": return hired(event)
        case "employee.fired":
            let next = event.text("successor_id").map { "; \(name($0)) takes over" } ?? ""
            return line(event.text("employee_id"), "leaves the company\(next)", .yellow)
        case "goal.created": return note("Goal", event.text("title") ?? "", .bold)
        case "company.paused": return note("Paused", "nothing new is started", .yellow)
        case "company.resumed": return note("Resumed", "the work goes on", .green)
        case "ticket.created", "ticket.closed", "ticket.blocked", "ticket.reopened": return ticketLine(event)
        case "review.requested", "review.completed": return review(event)
        case "vault.file_created":
            let size = Quantity.bytes(event.int("size_bytes") ?? 0)
            return line(
                event.text("uploaded_by"), "writes \(event.text("original_name") ?? "a file") (\(size))", .cyan, keepsEnd: true)
        case "work.started": return line(event.text("employee_id"), beginning(event), .dim)
        case "work.failed" where event.text("error_class") == "budget":
            return line(event.text("employee_id"), "waits for money: \(event.text("error") ?? "")", .yellow)
        case "budget.warning", "budget.exceeded":
            let (spent, cap) = (event.text("current_spend_usd") ?? "", event.text("hard_cap_usd") ?? "")
            let isOver = event.type == "budget.exceeded"
            return note("Budget", "$\(spent) of $\(cap) \(isOver ? "spent: it is used up" : "spent")", isOver ? .red : .yellow)
        case "work.failed":
            let again = event.payload["will_retry"]?.bool == true ? " It is tried again." : ""
            return line(event.text("employee_id"), "stops: \(event.text("error") ?? "")\(again)", .red)
        case "work.cancelled" where event.text("run_id") != nil:
            return line(event.text("employee_id"), "ends early: \(event.text("reason") ?? "")", .yellow)
        case "question.asked": return line(event.text("employee_id"), "asks you: \(event.text("prompt") ?? "")", .yellow)
        case "question.answered": return note("You", "answer \(name(event.text("employee_id")))", nil)
        case "message.agent_to_agent":
            var told = line(event.text("from_employee_id"), "writes to \(name(event.text("to_employee_id")))")
            told.message = MessagePlace(thread: event.text("thread_id") ?? "", id: event.text("message_id") ?? "")
            return told
        case "tool.result" where event.payload["success"]?.bool == false:
            return line(event.text("employee_id"), "tries \(event.text("tool_name") ?? "a tool") in vain", .dim)
        default: return nil
        }
    }

    /// Begins to count time and figures anew; names and numbers stay known.
    mutating func beginAnew() {
        begin = nil
        figures = WorkFigures()
    }

    private mutating func remember(_ event: EventRecord) {
        switch event.type {
        case "employee.hired", "employee.fired": if let id = event.text("employee_id") { names[id] = event.text("name") }
        case "ticket.created":
            if let id = event.text("ticket_id") { tickets[id] = ("#\(event.int("number") ?? 0)", event.text("title") ?? "") }
        case "work.queued": if let id = event.text("wakeup_id") { causes[id] = event.text("cause") }
        case "work.failed": if let id = event.text("ticket_id") { failures[id] = event.text("error") }
        case "work.completed": if let id = event.text("ticket_id") { failures[id] = nil }
        default: break
        }
    }

    private func line(_ employee: String?, _ text: String, _ style: Style? = nil, keepsEnd: Bool = false) -> Line {
        Line(time: time, employee: employee, name: name(employee), text: text, style: style, keepsEnd: keepsEnd)
    }

    private func note(_ name: String, _ text: String, _ style: Style?, keepsEnd: Bool = false) -> Line {
        Line(time: time, employee: nil, name: name, text: text, style: style, keepsEnd: keepsEnd)
    }

    private var time: Int64 { (now - (begin ?? now)).wholeMilliseconds }

    private func label(_ event: EventRecord) -> String { event.text("ticket_id").flatMap { tickets[$0]?.label } ?? "a ticket" }

    private func labelAndTitle(_ event: EventRecord) -> String {
        guard let ticket = event.text("ticket_id").flatMap({ tickets[$0] }) else { return "a ticket" }
        return "\(ticket.label) \(ticket.title)"
    }
}

extension WorkStory {
    /// The employees that every company has are no news.
    private func hired(_ event: EventRecord) -> Line? {
        guard event.text("level") != EmployeeLevel.system.rawValue else { return nil }
        return line(event.text("employee_id"), "joins as \(event.text("title") ?? "an employee")", .dim)
    }

    private mutating func ticketLine(_ event: EventRecord) -> Line? {
        switch event.type {
        case "ticket.created":
            let to = event.text("assignee_id").map { " → \(name($0))" } ?? ""
            let verb = names[event.actorID] == nil ? "file" : "files"
            return line(event.actorID, "\(verb) \(labelAndTitle(event))\(to)", keepsEnd: true)
        case "ticket.blocked": return note("Blocked", "\(label(event)): \(event.text("reason") ?? "")", .red)
        case "ticket.reopened": return note("Reopened", labelAndTitle(event), .yellow)
        default:
            let progress = "\(labelAndTitle(event))  (\(figures.done) of \(figures.tickets) done)"
            guard let reviewer = event.text("ticket_id").flatMap({ approvals.removeValue(forKey: $0) }) else {
                return note("Done", progress, .green, keepsEnd: true)
            }
            return line(reviewer, "\(names[reviewer] == nil ? "approve" : "approves") \(progress)", .green, keepsEnd: true)
        }
    }

    /// An approval is told when the ticket is closed, which happens in the same breath.
    private mutating func review(_ event: EventRecord) -> Line? {
        guard event.type == "review.completed" else {
            return line(event.text("requested_by"), "hands in \(label(event)) to \(name(event.text("reviewer_id")))")
        }
        guard event.text("outcome") != "approved" else {
            if let ticket = event.text("ticket_id") { approvals[ticket] = event.text("reviewer_id") ?? "" }
            return nil
        }
        let why = event.text("summary").flatMap { $0.isEmpty ? nil : ": \($0)" } ?? ""
        return line(event.text("reviewer_id"), "asks for changes on \(label(event))\(why)", .yellow)
    }

    /// What an employee sets about, by what brought the work about.
    private func beginning(_ event: EventRecord) -> String {
        let cause = event.text("wakeup_id").flatMap { causes[$0] } ?? ""
        guard event.text("ticket_id") != nil else {
            return cause == "goal" ? "thinks about the goal" : "reads a message"
        }
        let ticket = label(event)
        return switch cause {
        case "goal": "thinks about the goal, \(ticket)"
        case "review_request": "reviews \(ticket)"
        case "changes_requested": "works over \(ticket)"
        case "children_done": "puts the parts of \(ticket) together"
        case "comment": "reads a comment on \(ticket)"
        case "question_answered": "goes on with \(ticket), answer in hand"
        case "dependency_cleared": "can go on with \(ticket)"
        default: "takes up \(ticket)"
        }
    }
}
