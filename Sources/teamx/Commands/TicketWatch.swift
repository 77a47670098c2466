import Domain

/// Follows a ticket until it is done or needs a person, or until a comment is answered.
struct TicketWatch: Sendable {
    private let ticket: String
    private let label: String
    private let company: String
    private let goal: Goal

    /// What is waited for.
    enum Goal: Hashable, Sendable {
        case done
        /// The end of a turn that has read this comment.
        case answered(comment: String)
    }

    /// - Parameter ticket: The ticket's row.
    init(_ ticket: JSONValue, of company: String, until goal: Goal = .done) {
        self.ticket = ticket.text("id")
        label = "#\(ticket.int("number"))"
        self.company = company
        self.goal = goal
    }

    /// Shows how it goes in the bottom line, and how it went in the result.
    ///
    /// - Parameter limit: How long to wait at most.
    /// - Throws: ``CommandFailure``: status 2 when the work ends badly or nobody does it, 4 when a budget is used up, 75 when the
    ///   time is over or the company is paused.
    func follow(_ desk: ClientDesk, after seq: Int, limit: Duration?) async throws {
        let options = desk.client.location.options
        if try await desk.client.isPaused(company) {
            throw try await CommandFailure.held(company, desk, "\(label) waits until then.")
        }
        let names = try await desk.client.names(of: company)
        let begin = TicketProgress(ticket: ticket, label: label, names: names, endsWithTurn: goal != .done, options: options)
        let known = try await desk.client.lastEvent(of: company)
        let screen = TicketScreen(
            begin, company: company, client: desk.client, desk.console, end: WorkEnd(after: seq, known: known, now: .now),
            limit: limit)
        defer { desk.console.eraseStatus() }
        try await desk.client.watch(company, after: seq, take: { await screen.take($0) }, tick: { try await screen.tick() })
        if let held = await screen.held { throw held.failure("\(label) goes on by itself then.") }
        try await screen.learnPrices()
        let progress = await screen.progress
        let time = await screen.time
        let detail = try await desk.client.get(.company(company, "tickets", ticket))
        guard progress.ending != nil else {
            throw CommandFailure(
                .endedBadly, code: "nothing_to_wait_for", "Nobody works on \(label), which is \(detail.text("status")).",
                hint: "See: \(desk.command("ticket show \(detail.int("number"))"))")
        }
        if desk.isForPeople {
            if case .answered(let comment) = goal { try await tell(detail, behind: comment, names, desk) }
            desk.console.result(progress.result(files: Self.files(of: detail), after: time))
        } else {
            try desk.show(detail) { _ in [] }
        }
        if progress.endedBadly { throw CommandFailure(.endedBadly, code: "blocked", progress.problem, hint: progress.advice) }
    }

    /// Prints what employees said since the comment.
    private func tell(
        _ detail: JSONValue, behind comment: String, _ names: [String: String], _ desk: ClientDesk
    ) async throws {
        let practice = try await desk.practiceWork(of: company)
        let messages = detail["messages"]?.array ?? []
        for message in messages.drop(while: { $0["id"]?.string != comment }).dropFirst() {
            guard let name = names[message.text("author_id")] else { continue }
            desk.console.result("\(name)\(practice.mark(message)): \(SafeText.block(message["content"]?.string ?? ""))")
        }
    }

    /// The names of the ticket's files; one that was written again after a review is named once.
    private static func files(of detail: JSONValue) -> [String] {
        let names = (detail["files"]?.array ?? []).map { $0.text("original_name") }
        return names.enumerated().filter { !names.prefix($0.offset).contains($0.element) }.map(\.element)
    }
}
