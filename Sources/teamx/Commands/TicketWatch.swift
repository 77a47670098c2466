import Domain

/// Follows a ticket until it is done or needs a person.
struct TicketWatch: Sendable {
    let ticket: String
    let label: String
    let company: String

    /// Shows how it goes in the bottom line, and how it went in the result.
    ///
    /// - Parameter limit: How long to wait at most.
    /// - Throws: ``CommandFailure``: status 2 when the ticket is blocked, 75 when the time is over.
    func follow(_ desk: ClientDesk, after seq: Int, limit: Duration?) async throws {
        let names = try await desk.client.names(of: company)
        let screen = TicketScreen(TicketProgress(ticket: ticket, label: label, names: names), desk.console, limit: limit)
        defer { desk.console.eraseStatus() }
        try await desk.client.watch(company, after: seq, take: { await screen.take($0) }, tick: { try await screen.tick() })
        let progress = await screen.progress
        let time = await screen.time
        let detail = try await desk.client.get(.company(company, "tickets", ticket))
        if desk.isForPeople {
            // A file that was written again after a review has the same name.
            let names = (detail["files"]?.array ?? []).map { $0.text("original_name") }
            let files = names.enumerated().filter { !names.prefix($0.offset).contains($0.element) }.map(\.element)
            desk.console.result(progress.result(files: files, after: time))
        } else {
            desk.show(detail) { _ in [] }
        }
        if progress.ending == .blocked { throw CommandFailure(.endedBadly, code: "blocked", progress.problem) }
    }
}

/// The live view of one ticket.
private actor TicketScreen {
    private(set) var progress: TicketProgress
    private let console: Console
    private let limit: Duration?
    private let began = ContinuousClock.now

    init(_ progress: TicketProgress, _ console: Console, limit: Duration?) {
        self.progress = progress
        self.console = console
        self.limit = limit
    }

    var time: Duration { ContinuousClock.now - began }

    func take(_ item: StreamItem) -> Follow {
        switch item {
        case .event(let event): if let remark = progress.take(event) { console.note(remark) }
        case .token(let piece): progress.take(piece)
        case .reconnecting: console.noteReconnecting()
        case .connected: break
        }
        return progress.ending == nil ? .on : .stop
    }

    func tick() throws -> Follow {
        console.showStatus(progress.status(after: time))
        if let limit, time > limit {
            throw CommandFailure(
                .tryAgain, code: "timeout", "\(progress.label) is not done yet.",
                hint: "It goes on. See: teamx ticket show \(progress.label.dropFirst())")
        }
        return .on
    }
}
