import Domain

/// Who answers a message that was sent, who does so later, and whom it names in vain.
struct Answerers: Sendable {
    /// The names of those who set about an answer.
    private var ready: [String] = []
    /// What keeps others, with their names, in the order in which they were called on.
    private var held: [(hold: Held, names: [String])] = []
    /// Sentences about names that mean nobody, or nobody who works here any more.
    private var remarks: [String] = []

    /// - Parameters:
    ///   - message: The message as the server answered it.
    ///   - queue: The company's queue, where the answer does not say who was woken.
    init(of message: JSONValue, queue: [JSONValue] = [], names: [String: String], options: String) {
        let works = queue.filter { $0["trigger_id"] == message["id"] }
        for work in message["woken"]?.array ?? works {
            let id = work["employee_id"]?.string ?? work.text("agent_id")
            let name = names[id] ?? work.text("name")
            guard let hold = Held(work["waits_for"], options: options), hold.isStanding else {
                ready.append(name)
                continue
            }
            if let place = held.firstIndex(where: { $0.hold == hold }) {
                held[place].names.append(name)
            } else {
                held.append((hold, [name]))
            }
        }
        let unknown = (message["unknown_names"]?.array ?? []).map { "@\($0.plain)" }
        if !unknown.isEmpty { remarks.append("Nobody here is meant by \(Self.list(unknown)).") }
        remarks += (message["departed"]?.array ?? []).map { $0.text("sentence") }
    }

    /// - Parameter sentence: What was done, without a full stop, such as “Sent”.
    func lines(_ sentence: String) -> [String] {
        let first =
            ready.isEmpty ? "\(sentence)." : "\(sentence); \(Self.list(ready)) \(Self.verb(ready, "set")) about an answer."
        return [first] + held.map { "\(Self.list($0.names)) \(Self.verb($0.names, "answer")) later. \($0.hold.sentence)" }
            + remarks
    }

    private static func verb(_ names: [String], _ verb: String) -> String { names.count == 1 ? verb + "s" : verb }

    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension ClientDesk {
    /// Writes a message and says who answers it.
    func post(
        _ text: String, attaching files: [String], answering parent: String? = nil, to thread: String, of company: String,
        waiting: WaitChoice? = nil
    ) async throws {
        var body: [String: JSONValue] = ["content": .string(text)]
        if !files.isEmpty { body["file_ids"] = .array(files.map { .string($0) }) }
        if let parent { body["reply_to"] = .string(parent) }
        let path = ThreadPath(company: company, thread: thread)
        let before = try await client.lastEvent(of: company)
        let message = try await client.deliver(path("messages"), .object(body), key: newKey())
        try await tellAnswer(to: message, "Sent", in: path, since: before, waiting)
    }

    /// Says who answers a message, and waits for the answers where that is wanted.
    ///
    /// - Parameter seq: The number of the last event before the message.
    func tellAnswer(
        to message: JSONValue, _ sentence: String, in path: ThreadPath, since seq: Int, _ waiting: WaitChoice?
    ) async throws {
        let waits = waiting?.wait ?? false
        let watch = AnswerWatch(path, behind: message, limit: waiting?.limit)
        if waits, !isForPeople { return try await watch.follow(self, after: seq) }
        if isQuiet, form != .json, !waits { return console.result(message.text("id")) }
        guard isForPeople else { return try show(message) { _ in [] } }
        let names = try await client.names(of: path.company)
        let queue = message["woken"]?.array == nil ? try await client.list(.company(path.company, "queue")).items : []
        let answerers = Answerers(of: message, queue: queue, names: names, options: client.location.options)
        guard waits else { return try show(message) { _ in answerers.lines(sentence) } }
        answerers.lines(sentence).forEach(console.note)
        try await watch.follow(self, after: seq)
    }
}
