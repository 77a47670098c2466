import Domain

/// A direct thread with one employee.
struct Conversation {
    let company: String
    let thread: String
    let name: String
    /// The id of the employee.
    let employee: String

    /// Sends a message and prints the answer as it comes.
    ///
    /// - Throws: ``CommandFailure``: status 2 when there is no answer for good, 75 when the company is paused, 73 when nobody
    ///   sets about an answer.
    func say(_ text: String, _ desk: ClientDesk) async throws {
        let options = desk.client.location.options
        if try await desk.client.isPaused(company) { throw CommandFailure.paused(options: options, "Nothing was sent.") }
        let before = try await desk.client.lastEvent(of: company)
        var exchange = Exchange(thread: thread, employee: employee)
        let key = desk.newKey()
        desk.interruption.first { await stop(desk) }
        defer { desk.interruption.clear() }
        desk.console.showStatus("\(name) …")
        try await desk.client.follow(company, after: before) { item in
            switch item {
            case .connected:
                // Sent only when we are heard of what comes of it: pieces of an answer are not told twice.
                guard exchange.sent == nil else { break }
                let path = APIPath.company(company, "threads", thread, "messages")
                exchange.sent = try await desk.client.deliver(path, ["content": .string(text)], key: key).text("id")
                guard try await desk.client.isWorkedOn("thread_id", thread, of: company, since: before) else {
                    throw CommandFailure(.conflict, code: "nothing_to_wait_for", "\(name) does not set about an answer.")
                }
            case .token(let piece):
                if exchange.take(piece), desk.isForPeople { desk.console.write(SafeText.block(piece.text)) }
            case .event(let event):
                if let remark = exchange.take(event) { desk.console.note(SafeText.line(remark)) }
            case .reconnecting: desk.console.noteReconnecting()
            }
            return exchange.isOver ? .stop : .on
        }
        desk.console.eraseStatus()
        try await finish(exchange, desk)
    }

    /// Has the answer ended; the stream tells when it is.
    private func stop(_ desk: ClientDesk) async {
        desk.console.note("Stopping. Ctrl-C again leaves at once.")
        do { _ = try await desk.client.post(.company(company, "threads", thread, "stop")) } catch {
            desk.console.note("It could not be stopped: \(error)")
        }
    }

    private func finish(_ exchange: Exchange, _ desk: ClientDesk) async throws {
        let path = APIPath.company(company, "threads", thread, "messages").asking("limit", "50")
        let messages = try await desk.client.get(path)["items"]?.array ?? []
        let message = messages.first { $0["id"]?.string == exchange.answer }
        switch desk.form {
        case .json, .ndjson: if let message { try desk.show(message) { _ in [] } }
        case .ids: if let answer = exchange.answer { desk.console.result(answer) }
        case .table, .tsv:
            let missing = exchange.missing(of: message?["content"]?.string ?? "")
            if !missing.isEmpty || !exchange.streamed.isEmpty { desk.console.write(SafeText.block(missing) + "\n") }
        }
        if exchange.isPutOff {
            throw CommandFailure.paused(
                options: desk.client.location.options, "\(name) answers when it goes on; the message is there.")
        }
        if let reason = exchange.stop { throw CommandFailure(.endedBadly, code: "stopped", reason) }
        if let failure = exchange.failure { throw CommandFailure(.endedBadly, code: "failed", failure) }
    }
}

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
            isPaused = event.type == "company.paused"
            // Who is at the answer already may get to its end.
            if isPaused, isHeard, turns.isEmpty { putOff() }
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

    private mutating func putOff() {
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
