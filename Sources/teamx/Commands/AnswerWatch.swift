import Domain

/// Waits until nothing in a conversation waits or goes on, and prints what was said by then.
actor AnswerWatch {
    private let path: ThreadPath
    private let message: JSONValue
    private let limit: Duration?
    private let began = ContinuousClock.now
    private var looked: ContinuousClock.Instant?
    private var isOver = false
    private var hold: Held?
    /// Why work in the conversation ended badly.
    private var problem: String?

    /// How often it is looked whether anything still goes on.
    private static let interval: Duration = .seconds(1)

    /// - Parameter message: What is printed is what was said behind it.
    init(_ path: ThreadPath, behind message: JSONValue, limit: Duration?) {
        self.path = path
        self.message = message
        self.limit = limit
    }

    /// - Parameter seq: The number of the last event before the message.
    /// - Throws: ``CommandFailure``: status 75 when the time is over or nothing begins until somebody ends what holds it, 2 when
    ///   there is no answer for good.
    func follow(_ desk: ClientDesk, after seq: Int) async throws {
        defer { desk.console.eraseStatus() }
        let unread = try await desk.client.get(path()).int("unread")
        try await desk.client.watch(
            path.company, after: seq, take: { try await self.take($0, desk) }, tick: { try await self.tick(desk) })
        let messages = try await desk.client.messages(behind: message.text("id"), in: path.thread, of: path.company)
        let isAnswered = messages.contains { $0.text("author_kind") == AuthorKind.employee.rawValue }
        if let hold, !isAnswered {
            throw hold.failure("The answer comes when it goes on; the message is there.")
        }
        try await MessageScreen(path.company, desk).show(APIClient.Page(items: messages, rest: .none), empty: "Nobody answers.")
        if let last = messages.last, unread == 0, desk.form != .ids {
            try await desk.markRead(last, in: path.thread, of: path.company)
        }
        if let problem, !isAnswered { throw CommandFailure(.endedBadly, code: "failed", problem) }
    }

    private func take(_ item: StreamItem, _ desk: ClientDesk) async throws -> Follow {
        switch item {
        case .connected: try await look(desk)
        case .reconnecting: desk.console.noteReconnecting()
        case .token: break
        case .event(let event):
            guard event.text("thread_id") == path.thread else { break }
            switch event.type {
            case "work.failed" where event.payload["will_retry"]?.bool != true:
                problem = event.text("error") ?? "The work failed."
            case "work.cancelled": problem = event.text("reason") ?? "Stopped."
            case "work.completed": break
            default: return isOver ? .stop : .on
            }
            try await look(desk)
        }
        return isOver ? .stop : .on
    }

    private func tick(_ desk: ClientDesk) async throws -> Follow {
        desk.console.showStatus("Waiting for an answer …")
        if let limit, ContinuousClock.now - began > limit {
            throw CommandFailure(
                .tryAgain, code: "timeout", "It is not answered yet.",
                hint: "The message is there. See: \(desk.command("thread read \(ShortID.of(path.thread))"))")
        }
        if !isOver, looked.map({ ContinuousClock.now - $0 > Self.interval }) ?? false { try await look(desk) }
        return isOver ? .stop : .on
    }

    private func look(_ desk: ClientDesk) async throws {
        looked = .now
        do {
            let queue = try await desk.client.list(.company(path.company, "queue")).items
            let works = queue.filter {
                $0["thread_id"]?.string == path.thread && $0["cause"]?.string != WakeupCause.digest.rawValue
            }
            let holds = works.compactMap { desk.held($0["waits_for"]) }.filter(\.isLasting)
            if works.isEmpty { isOver = true }
            if !works.isEmpty, holds.count == works.count {
                hold = holds.first
                isOver = true
            }
        } catch let failure as APIFailure where failure.isPassing {}  // the stream says when it is enough
    }
}

extension APIClient {
    /// All messages behind one, the oldest first.
    func messages(behind message: String, in thread: String, of company: String) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        var place: String? = message
        while let after = place {
            let path = APIPath.company(company, "threads", thread, "messages")
            let page = try await get(path.asking("limit", "\(Self.pageSize)").asking("after", after))
            items += page["items"]?.array ?? []
            place = page["next"]?.string
        }
        return items
    }
}
