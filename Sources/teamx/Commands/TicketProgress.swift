import Domain

/// How the work on one ticket stands, as its events tell it.
struct TicketProgress: Sendable {
    enum Ending: Hashable, Sendable {
        case done
        case blocked
        /// A turn came to its end, where that was waited for.
        case answered
        case failed
    }

    let ticket: String
    /// Such as `#24`.
    let label: String
    /// The employees by id.
    let names: [String: String]
    /// Whether the end of a turn is waited for, and not that of the ticket.
    let endsWithTurn: Bool
    private(set) var ending: Ending?
    /// Why it ended badly, in a sentence.
    private(set) var problem = ""
    private(set) var tokens = 0
    private(set) var cost = Money.zero
    /// Whether the practice model played anybody.
    private var isPractice = false
    private var state = "open"
    private var employee: String?
    private var tail = ""
    /// The runs that work on the ticket.
    private var runs: Set<String> = []

    init(ticket: String, label: String, names: [String: String], endsWithTurn: Bool = false) {
        self.ticket = ticket
        self.label = label
        self.names = names
        self.endsWithTurn = endsWithTurn
    }

    var endedBadly: Bool { ending == .blocked || ending == .failed }

    /// Takes in an event.
    ///
    /// Returns what a person should be told of it at once.
    mutating func take(_ event: EventRecord) -> String? {
        if event.type == "run.step", let run = event.text("run_id"), runs.contains(run) { count(event) }
        guard event.text("ticket_id") == ticket else { return nil }
        switch event.type {
        case "work.started":
            employee = event.text("employee_id")
            tail = ""
            if let run = event.text("run_id") { runs.insert(run) }
            if event.payload["practice"]?.bool == true { isPractice = true }
            if state == "open" { state = "in progress" }
        case "review.requested": state = "in review"
        case "review.completed": if event.text("outcome") != "approved" { state = "in progress" }
        case "ticket.closed": ending = .done
        case "ticket.blocked":
            ending = .blocked
            problem = SafeText.line("\(label) is blocked: \(event.text("reason") ?? "")")
        case "question.asked":
            let who = event.text("employee_id").flatMap { names[$0] } ?? "An employee"
            return SafeText.line(
                "\(who) asks: \(event.text("prompt") ?? "")  \(OpenQuestion.howToAnswer(event.text("question_id")))"
            )
        case "work.failed":
            let isFinal = event.payload["will_retry"]?.bool != true
            let sentence = SafeText.line("\(label) failed: \(event.text("error") ?? "")")
            guard isFinal, endsWithTurn else { return isFinal ? sentence : sentence + " It is tried again." }
            ending = .failed
            problem = sentence
        case "work.completed":
            if endsWithTurn, let run = event.text("run_id"), runs.contains(run) { ending = .answered }
        default: break
        }
        return nil
    }

    mutating func take(_ piece: TokenPiece) {
        if piece.ticketID == ticket { tail = String((tail + piece.text).suffix(120)) }
    }

    private mutating func count(_ event: EventRecord) {
        tokens = tokens.addingClamped(event.int("prompt_tokens") ?? 0).addingClamped(event.int("completion_tokens") ?? 0)
        cost = cost.addingClamped(event.payload.money("cost_usd"))
    }

    /// The line that says how it goes.
    func status(after time: Duration) -> String {
        let who = employee.flatMap { names[$0] } ?? "waiting"
        let clock = Quantity.clock(milliseconds: time.wholeMilliseconds)
        let figures =
            "\(label)  \(state)  \(who)  \(clock)  \(Quantity.count(tokens)) tok  \(Quantity.dollars(cost))"
            + (isPractice ? "  practice model" : "")
        return SafeText.line(tail.isEmpty ? figures : "\(figures)  \(tail.suffix(60))")
    }

    /// The line that says how it went.
    func result(files: [String], after time: Duration) -> String {
        let clock = Quantity.clock(milliseconds: time.wholeMilliseconds)
        let what =
            switch ending {
            case .blocked: "blocked after"
            case .failed: "failed after"
            case .answered: "answered in"
            case .done, nil: "done in"
            }
        let with = files.isEmpty ? "" : " Files: \(files.joined(separator: ", "))."
        return "\(label) \(what) \(clock).\(with) \(Quantity.dollars(cost))"
            + (isPractice ? " Played by the practice model." : "")
    }
}
