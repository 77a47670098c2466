import Domain

/// Shows a meeting live, until it ends.
struct MeetingWatch: Sendable {
    let meeting: String
    let company: String
    /// Whether what is said is told, and not only what comes of it.
    var tellsStory = true
    var limit: Duration?

    /// - Throws: ``CommandFailure``: status 75 when the time is over.
    func follow(_ desk: ClientDesk) async throws {
        let names = try await desk.client.names(of: company)
        var text = MeetingText(names: names, desk: desk)
        let seq = try await desk.client.lastEvent(of: company)
        let path = APIPath.company(company, "meetings", meeting)
        let screen = MeetingScreen(self, path, text, try await desk.client.get(path))
        defer { desk.console.eraseStatus() }
        try await desk.client.watch(
            company, after: seq, take: { try await screen.take($0) }, tick: { try await screen.tick() })
        let ended = try await desk.client.get(path)
        // What was printed is read.
        if tellsStory, desk.form != .ids, let last = ended["messages"]?.array?.last, let thread = ended["thread_id"]?.string {
            try await desk.markRead(last, in: thread, of: company)
        }
        guard desk.isForPeople else { return try desk.show(ended) { _ in [] } }
        try await text.learnTickets(of: ended, in: company)
        text.outcome(ended).forEach(desk.console.result)
        desk.console.hint(desk.command("meeting minutes \(ShortID.of(meeting))"))
        let open = (ended["action_items"]?.array ?? []).contains {
            ActionItem.isOpen($0)
        }
        if open { desk.console.hint(desk.command("meeting confirm \(ShortID.of(meeting))")) }
    }
}

/// Something that is to be done after a meeting.
enum ActionItem {
    /// Whether it is neither a ticket nor declined.
    static func isOpen(_ item: JSONValue) -> Bool {
        item["ticketId"]?.string == nil && item["declinedAt"]?.serverNumber == nil
    }
}

/// The live view of one meeting: what was said above, who speaks in the line at the bottom.
actor MeetingScreen {
    private let watch: MeetingWatch
    private let path: APIPath
    private let text: MeetingText
    private let began = ContinuousClock.now
    private var meeting: JSONValue
    private var told: Set<String> = []
    private var speaker = ""
    private var tail = LiveText()
    private var isOver = false

    init(_ watch: MeetingWatch, _ path: APIPath, _ text: MeetingText, _ meeting: JSONValue) {
        self.watch = watch
        self.path = path
        self.text = text
        self.meeting = meeting
    }

    func take(_ item: StreamItem) async throws -> Follow {
        switch item {
        case .connected: try await look()
        case .reconnecting: text.desk.console.noteReconnecting()
        case .token(let piece):
            guard piece.threadID == meeting.text("thread_id") else { break }
            if speaker != piece.employeeID { (speaker, tail) = (piece.employeeID, LiveText()) }
            tail.take(piece.text)
        case .event(let event):
            switch event.type {
            case "work.started" where event.text("thread_id") == meeting.text("thread_id"):
                (speaker, tail) = (event.text("employee_id") ?? "", LiveText())
            case "message.persisted" where event.text("thread_id") == meeting.text("thread_id"): try await look()
            case "meeting.ended" where event.text("meeting_id") == watch.meeting: try await look()
            default: break
            }
        }
        return isOver ? .stop : .on
    }

    func tick() async throws -> Follow {
        if isOver { return .stop }
        let words = tail.shown.split(whereSeparator: \.isNewline).joined(separator: " ")
        let who = speaker.isEmpty ? "The company's other work comes to rest" : "\(text.name(speaker)): \(words.suffix(120))"
        text.desk.console.showStatus("\(meeting.text("phase"))  \(who) …")
        if let limit = watch.limit, ContinuousClock.now - began > limit {
            throw CommandFailure(
                .tryAgain, code: "timeout", "The meeting has not ended yet.",
                hint: "It goes on. See: \(text.desk.command("meeting watch \(ShortID.of(watch.meeting))"))")
        }
        return .on
    }

    /// Tells what is new.
    private func look() async throws {
        meeting = try await text.desk.client.get(path)
        isOver = meeting.text("status") == MeetingStatus.ended.rawValue
        for message in meeting["messages"]?.array ?? [] where told.insert(message.text("id")).inserted {
            guard watch.tellsStory else { continue }
            if text.desk.form == .ndjson { text.desk.printJSON(message) }
            guard text.desk.isForPeople else { continue }
            text.lines(of: message, in: meeting).forEach(text.desk.console.result)
        }
    }
}
