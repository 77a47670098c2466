import Domain

/// One message and what comes of it.
struct Exchange: Sendable {
    let thread: String
    /// The id of whom the message is for.
    let employee: String
    /// The id of the message that was sent.
    var sent: String?
    /// What was seen of the answer while it was written.
    private(set) var streamed = ""
    /// The id of the answer.
    private(set) var answer: String?
    private(set) var failure: String?
    /// Why the answer was stopped for good.
    private(set) var stop: String?
    private(set) var isOver = false
    /// Whether the company was paused before the answer was there.
    private(set) var isPutOff = false
    private var isPaused = false
    /// Turns that began after the message was there, and so have read it.
    private var turns: Set<String> = []
    private var isHeard = false

    /// Whether somebody is at the answer.
    var isBegun: Bool { !turns.isEmpty }

    init(thread: String, employee: String) {
        self.thread = thread
        self.employee = employee
    }

    /// Whether the piece belongs to the answer.
    mutating func take(_ piece: TokenPiece) -> Bool {
        guard piece.threadID == thread, isHeard else { return false }
        streamed += piece.text
        return true
    }

    /// Takes in an event.
    ///
    /// Returns what a person should be told of it.
    mutating func take(_ event: EventRecord) -> String? {
        if event.type == "question.asked", isHeard, event.text("ticket_id") == nil, event.text("employee_id") == employee {
            let how = OpenQuestion.howToAnswer(event.text("question_id"))
            return "A question for you: \(event.text("prompt") ?? "")  \(how)"
        }
        if event.type == "company.paused" || event.type == "company.resumed" {
            // A meeting ends, and an answer comes after it.
            guard event.text("reason") != HoldReason.meeting.rawValue else { return nil }
            isPaused = event.type == "company.paused"
            // Who is at the answer already may get to its end.
            if isPaused, isHeard, !isBegun { putOff() }
            return nil
        }
        guard event.text("thread_id") == thread else { return nil }
        let isOurs = event.text("run_id").map(turns.contains) ?? isHeard
        switch event.type {
        case "message.persisted":
            if event.text("author_kind") == "user" { isHeard = true } else if isHeard { answer = event.text("message_id") }
        case "work.started": if isHeard, let run = event.text("run_id") { turns.insert(run) }
        case "work.completed" where isOurs: isOver = true
        case "work.cancelled" where isHeard && (isOurs || event.text("run_id") == nil):
            // What waited may have been another's; whoever answers is the one who was asked.
            guard event.text("employee_id") == employee else { return nil }
            stop = event.text("reason") ?? "Stopped."
            isOver = true
        case "work.failed" where isOurs:
            let error = event.text("error") ?? "The work failed."
            guard event.payload["will_retry"]?.bool == true else {
                failure = error
                isOver = true
                return nil
            }
            if isPaused {
                putOff()
                return nil
            }
            return "It failed and is tried again: \(error)"
        default: break
        }
        return nil
    }

    /// Takes in that nothing begins until somebody ends what holds it.
    mutating func putOff() {
        isPutOff = true
        isOver = true
    }

    /// What of the answer was not seen while it was written, as after a lost connection.
    func missing(of content: String) -> String {
        // Blanks around an answer are seen while it is written, and not kept.
        let seen = streamed.trimmed
        if content.trimmed.isEmpty || seen.hasSuffix(content.trimmed) { return "" }
        if content.hasPrefix(streamed) { return String(content.dropFirst(streamed.count)) }
        if content.hasPrefix(seen) { return String(content.dropFirst(seen.count)) }
        return (streamed.isEmpty ? "" : "\n\n") + content
    }
}

extension String {
    fileprivate var trimmed: Substring {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
