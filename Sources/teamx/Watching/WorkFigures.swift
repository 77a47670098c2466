import Domain

/// A company's work in figures, as the events tell them.
struct WorkFigures: Hashable, Sendable {
    private(set) var tickets = 0
    private(set) var done = 0
    private(set) var files = 0
    private(set) var promptTokens = 0
    private(set) var completionTokens = 0
    private(set) var cost = CostLedgers()
    /// How many answers of models there were.
    private(set) var steps = 0
    /// Whether the company is paused.
    private(set) var isPaused = false
    /// Who is in a turn.
    private(set) var working: Set<String> = []
    /// Whether the practice model played anybody.
    private(set) var isPractice = false

    mutating func count(_ event: EventRecord) {
        switch event.type {
        case "ticket.created": tickets += 1
        case "ticket.closed": done += 1
        case "ticket.reopened": done = max(0, done - 1)
        case "vault.file_created": files += 1
        case "work.started":
            if let id = event.text("employee_id") { working.insert(id) }
            if event.payload["practice"]?.bool == true { isPractice = true }
        case "work.completed", "work.failed": if let id = event.text("employee_id") { working.remove(id) }
        case "work.cancelled" where event.text("run_id") != nil: working.remove(event.text("employee_id") ?? "")
        case "company.paused": isPaused = true
        case "company.resumed": isPaused = false
        case "run.step":
            steps += 1
            promptTokens = promptTokens.addingClamped(event.int("prompt_tokens") ?? 0)
            completionTokens = completionTokens.addingClamped(event.int("completion_tokens") ?? 0)
            cost.add(step: event)
        default: break
        }
    }
}
