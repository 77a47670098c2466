import Domain

/// One message on its way, and its answer as it is written.
actor ChatScreen {
    private(set) var exchange: Exchange
    /// Whether Ctrl-C ended the answer.
    private(set) var isInterrupted = false
    private let talk: Conversation
    private let desk: ClientDesk
    private let message: JSONValue
    private let key: String
    private let seq: Int
    private let began = ContinuousClock.now
    /// When it was last looked what the answer waits for.
    private var looked = ContinuousClock.now
    private var wait: Held?
    private var told: Set<String> = []
    private var isMidLine = false

    /// How often it is looked what an answer waits for that nobody has begun.
    private static let interval: Duration = .seconds(1)

    /// - Parameters:
    ///   - seq: The number of the last event before the message.
    ///   - held: What a person was told already.
    init(
        _ talk: Conversation, _ text: String, files: [String], since seq: Int, knowing held: Held?, _ desk: ClientDesk
    ) {
        self.talk = talk
        self.desk = desk
        self.seq = seq
        var body: [String: JSONValue] = ["content": .string(text)]
        if !files.isEmpty { body["file_ids"] = .array(files.map { .string($0) }) }
        message = .object(body)
        key = desk.newKey()
        exchange = Exchange(thread: talk.thread, employee: talk.employee)
        if let held { told.insert(held.sentence) }
    }

    func interrupt() { isInterrupted = true }

    func take(_ item: StreamItem) async throws -> Follow {
        switch item {
        case .connected: try await send()
        case .token(let piece):
            if exchange.take(piece), desk.isForPeople {
                desk.console.write(SafeText.block(piece.text))
                isMidLine = exchange.streamed.last?.isNewline == false
            }
        case .event(let event):
            let remark = exchange.take(event)
            if event.type == "work.failed", remark != nil { try await look() }
            if let remark, !exchange.isPutOff { tell(remark) }
        case .reconnecting: desk.console.noteReconnecting()
        }
        return exchange.isOver ? .stop : .on
    }

    /// Redraws the bottom line, and looks what is waited for.
    func tick() async throws -> Follow {
        if exchange.isOver { return .stop }
        if exchange.streamed.isEmpty {
            let why = exchange.isBegun ? nil : wait.flatMap { $0.isWorthTelling ? $0.sentence : nil }
            desk.console.showStatus("\(talk.name) …\(why.map { "  \($0)" } ?? "")")
        }
        if let limit = talk.limit, ContinuousClock.now - began > limit {
            throw CommandFailure(
                .tryAgain, code: "timeout", "\(talk.name) has not answered yet.",
                hint: "The message is there. See: \(desk.command("thread read \(ShortID.of(talk.thread))"))")
        }
        if exchange.sent != nil, !exchange.isBegun, ContinuousClock.now - looked > Self.interval {
            do { try await look() } catch let failure as APIFailure where failure.isPassing {
                return .on  // the stream knows it too, and says when it is enough
            }
        }
        return exchange.isOver ? .stop : .on
    }

    /// Sends the message when we are heard of what comes of it: pieces of an answer are not told twice.
    private func send() async throws {
        guard exchange.sent == nil else { return }
        let path = APIPath.company(talk.company, "threads", talk.thread, "messages")
        exchange.sent = try await desk.client.deliver(path, message, key: key).text("id")
        guard try await desk.client.isWorkedOn("thread_id", talk.thread, of: talk.company, since: seq) else {
            throw CommandFailure(.conflict, code: "nothing_to_wait_for", "\(talk.name) does not set about an answer.")
        }
        try await look()
    }

    /// Looks what the answer waits for, and gives up waiting for what does not end by itself.
    private func look() async throws {
        looked = .now
        let queue = try await desk.client.list(.company(talk.company, "queue")).items
        let work = queue.first { $0["thread_id"]?.string == talk.thread && $0["agent_id"]?.string == talk.employee }
        wait = desk.held(work?["waits_for"])
        guard let wait else { return }
        if wait.isLasting { return exchange.putOff() }
        // The bottom line tells it where there is one.
        if wait.isStanding || (wait.isWorthTelling && !desk.console.terminal.canRedraw),
            ContinuousClock.now - began > Self.interval,
            told.insert(wait.sentence).inserted
        {
            tell(wait.sentence)
        }
    }

    private func tell(_ remark: String) {
        if isMidLine { desk.console.write("\n") }
        isMidLine = false
        desk.console.note(SafeText.line(remark))
    }
}
