import Domain

/// A direct thread with one employee.
struct Conversation {
    let company: String
    let thread: String
    let name: String
    /// The id of the employee.
    let employee: String
    /// How long an answer is waited for.
    var limit: Duration?

    /// Sends a message and prints the answer as it comes.
    ///
    /// - Parameter files: The ids of files that belong to the message.
    /// - Throws: ``CommandFailure``: status 2 when there is no answer for good, 75 when the company or the employee is paused or
    ///   the time is over, 73 when nobody sets about an answer.
    func say(_ text: String, files: [String] = [], _ desk: ClientDesk) async throws {
        let held = try await desk.hold(on: employee)
        if let held {
            // Where money or a key is lacking the message waits for that; what a person has stopped, a person starts first.
            if held.isLasting, !held.isOfMeans { throw held.failure("Nothing was sent.") }
            desk.console.note(held.sentence)
        }
        let unread = try await desk.client.get(.company(company, "threads", thread)).int("unread")
        let before = try await desk.client.lastEvent(of: company)
        let screen = ChatScreen(self, text, files: files, since: before, knowing: held, desk)
        desk.interruption.first {
            await screen.interrupt()
            await stop(desk)
        }
        defer { desk.interruption.clear() }
        defer { desk.console.eraseStatus() }
        try await desk.client.watch(
            company, after: before, take: { try await screen.take($0) }, tick: { try await screen.tick() })
        desk.console.eraseStatus()
        try await finish(screen.exchange, unread: unread, isInterrupted: screen.isInterrupted, desk)
    }

    /// Has the answer ended; the stream tells when it is.
    private func stop(_ desk: ClientDesk) async {
        desk.console.note("Stopping. Ctrl-C again leaves at once.")
        do { _ = try await desk.client.post(.company(company, "threads", thread, "stop")) } catch {
            desk.console.note("It could not be stopped: \(error)")
        }
    }

    /// - Parameter unread: How much of the conversation was unread before.
    private func finish(_ exchange: Exchange, unread: Int, isInterrupted: Bool, _ desk: ClientDesk) async throws {
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
        // What was unread before has not been printed, and a mark counts for all that is before it.
        if let message, desk.form != .ids, unread == 0 { try await desk.markRead(message, in: thread, of: company) }
        if exchange.isPutOff {
            let state = "\(name) answers when it goes on; the message is there."
            throw try await desk.hold(on: employee)?.failure(state)
                ?? CommandFailure(.tryAgain, code: "paused", "The answer was put off.", hint: state)
        }
        if let reason = exchange.stop {
            throw CommandFailure(isInterrupted ? .interrupted : .endedBadly, code: "stopped", reason)
        }
        if let failure = exchange.failure { throw CommandFailure(.endedBadly, code: "failed", failure) }
    }
}

extension ClientDesk {
    /// Marks a conversation as read up to a message that was printed.
    func markRead(_ message: JSONValue, in thread: String, of company: String) async throws {
        _ = try await client.put(.company(company, "threads", thread, "read"), ["message_id": message["id"] ?? .null])
    }
}
