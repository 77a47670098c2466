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
    /// What a command needs to find the server, such as `--data DIR`; empty for the usual one.
    let options: String
    private(set) var ending: Ending?
    /// Why it ended badly, in a sentence.
    private(set) var problem = ""
    /// The open question that the ticket waits for.
    private(set) var question: String?
    /// Whether the company is.
    private(set) var isPaused = false
    private(set) var tokens = 0
    private(set) var cost = CostLedgers()
    /// Whether the practice model played anybody.
    private var isPractice = false
    /// What the runs' prices are known of.
    private var spending = Spending([])
    private var state = "open"
    private var employee: String?
    private var tail = LiveText()
    /// The runs that work on the ticket.
    private var runs: Set<String> = []

    init(ticket: String, label: String, names: [String: String], endsWithTurn: Bool = false, options: String = "") {
        self.ticket = ticket
        self.label = label
        self.names = names
        self.endsWithTurn = endsWithTurn
        self.options = options
    }

    /// What to do about a bad ending.
    var advice: String? {
        switch ending {
        case .blocked: BlockedTicket.advice(label: label, question: question, reason: problem, options: options)
        case .done, .answered, .failed, nil: nil
        }
    }

    var endedBadly: Bool { ending == .blocked || ending == .failed }

    /// Takes in an event.
    ///
    /// Returns what a person should be told of it at once.
    mutating func take(_ event: EventRecord) -> String? {
        if event.type == "run.step", let run = event.text("run_id"), runs.contains(run) {
            count(event)
            tail = LiveText()
        }
        if event.type == "company.paused" || event.type == "company.resumed" {
            isPaused = event.type == "company.paused"
            return isPaused ? PausedCompany.remark(options: options) : "The company is at work again."
        }
        guard event.text("ticket_id") == ticket else { return nil }
        switch event.type {
        case "work.started":
            employee = event.text("employee_id")
            tail = LiveText()
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
            question = event.text("question_id")
            let who = event.text("employee_id").flatMap { names[$0] } ?? "An employee"
            let how = OpenQuestion.howToAnswer(question, options: options)
            return SafeText.line("\(who) asks: \(event.text("prompt") ?? "")  \(how)")
        case "question.answered": question = nil
        case "work.failed" where event.text("error_class") == "budget":
            return SafeText.line("\(label) waits for money: \(event.text("error") ?? "")")
        case "work.failed":
            let isFinal = event.payload["will_retry"]?.bool != true
            if isPaused, !isFinal { return nil }
            let sentence = SafeText.line("\(label) failed: \(event.text("error") ?? "")")
            guard isFinal, endsWithTurn else { return isFinal ? sentence : sentence + " It is tried again." }
            ending = .failed
            problem = sentence
        case "work.cancelled" where endsWithTurn && event.text("run_id").map(runs.contains) == true:
            ending = .failed
            problem = SafeText.line("\(label): \(event.text("reason") ?? "")")
        case "work.completed":
            if endsWithTurn, let run = event.text("run_id"), runs.contains(run) { ending = .answered }
        default: break
        }
        return nil
    }

    /// Takes in what the API shows of the company's runs, which alone tells whose price is known.
    mutating func take(runs rows: [JSONValue]) { spending = Spending(rows.filter { runs.contains($0.text("id")) }) }

    mutating func take(_ piece: TokenPiece) {
        if piece.ticketID == ticket { tail.take(piece.text) }
    }

    private mutating func count(_ event: EventRecord) {
        tokens = tokens.addingClamped(event.int("prompt_tokens") ?? 0).addingClamped(event.int("completion_tokens") ?? 0)
        cost.add(step: event)
    }

    /// The line that says how it goes.
    func status(after time: Duration) -> String {
        let who = isPaused ? "paused" : employee.flatMap { names[$0] } ?? "waiting"
        let clock = Quantity.clock(milliseconds: time.wholeMilliseconds)
        let figures =
            "\(label)  \(state)  \(who)  \(clock)  \(Quantity.count(tokens)) tok  \(spending.short(cost))"
            + (isPractice ? "  practice model" : "")
        let written = tail.shown
        return SafeText.line(written.isEmpty ? figures : "\(figures)  \(written.suffix(60))")
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
        return "\(label) \(what) \(clock).\(with) \(cost.inWords)\(spending.remark)"
            + (isPractice ? " Played by the practice model." : "")
    }
}
