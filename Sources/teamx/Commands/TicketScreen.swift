import Domain

/// The live view of one ticket.
actor TicketScreen {
    private(set) var progress: TicketProgress
    private let company: String
    private let client: APIClient
    private let console: Console
    private let limit: Duration?
    private let began = ContinuousClock.now
    private var end: WorkEnd
    /// What keeps the ticket's work from beginning until somebody brings money or a key.
    private(set) var held: Held?
    private var stepsSeen = 0
    private var steps = 0

    init(
        _ progress: TicketProgress, company: String, client: APIClient, _ console: Console, end: WorkEnd, limit: Duration?
    ) {
        self.progress = progress
        self.company = company
        self.client = client
        self.console = console
        self.end = end
        self.limit = limit
    }

    var time: Duration { ContinuousClock.now - began }

    func take(_ item: StreamItem) -> Follow {
        switch item {
        case .event(let event):
            if event.type == "run.step" { steps += 1 }
            end.take(event, goal: "", at: .now)
            if let remark = progress.take(event) { console.note(remark) }
        case .token(let piece): progress.take(piece)
        case .reconnecting: console.noteReconnecting()
        case .connected: break
        }
        return progress.ending == nil ? .on : .stop
    }

    /// Redraws the bottom line, and looks whether there is anything to wait for.
    func tick() async throws -> Follow {
        console.showStatus(progress.status(after: time))
        if let limit, time > limit { throw timeout }
        guard end.wantsLook(at: .now) else { return .on }
        do {
            if stepsSeen < steps { try await learnPrices() }
            let queue = try await client.list(.company(company, "queue")).items
            held = hold(on: queue)
            if held != nil { return .stop }
            let verdict = end.judge(queued: queue.count, goal: "", at: .now)
            // What ended in the meantime is told by its event, which is on its way.
            return verdict == .stuck && progress.ending == nil ? .stop : .on
        } catch let failure as APIFailure where failure.isPassing {
            return .on  // the stream knows it too, and says when it is enough
        }
    }

    /// What all work on the ticket waits for, where that is money or a key.
    private func hold(on queue: [JSONValue]) -> Held? {
        let works = queue.filter { $0["ticket_id"]?.string == progress.ticket }
        let holds = works.compactMap { Held($0["waits_for"], options: progress.options) }.filter(\.isOfMeans)
        return holds.count == works.count ? holds.first : nil
    }

    /// Asks whose price is known.
    func learnPrices() async throws {
        stepsSeen = steps
        progress.take(runs: try await client.list(.company(company, "runs"), limit: APIClient.pageSize).items)
    }

    private var timeout: CommandFailure {
        let goes = progress.isPaused ? PausedCompany.remark(options: progress.options) : "It goes on."
        let options = progress.options.isEmpty ? "" : " " + progress.options
        return CommandFailure(
            .tryAgain, code: "timeout", "\(progress.label) is not \(progress.endsWithTurn ? "answered" : "done") yet.",
            hint: "\(goes)\(progress.isPaused ? "  " : " ")See: teamx ticket show \(progress.label.dropFirst())\(options)")
    }
}
