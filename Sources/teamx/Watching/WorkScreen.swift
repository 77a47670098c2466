import Domain

/// The live view of one company: the story above, and the line at the bottom that says what goes on right now.
actor WorkScreen {
    private let view: WorkView
    private let client: APIClient
    private let console: Console
    private let began = ContinuousClock.now
    private var end: WorkEnd
    private var story = WorkStory()
    private var tail = (employee: "", text: LiveText())
    private var spending = Spending([])
    private var pricedSteps = 0
    private var runs: Set<String> = []
    private var isConnected = false
    private var isAchieved = false

    init(_ view: WorkView, _ client: APIClient, _ console: Console, end: WorkEnd) {
        self.view = view
        self.client = client
        self.console = console
        self.end = end
    }

    var outcome: WorkView.Outcome { WorkView.Outcome(isAchieved: isAchieved, story: story, goal: view.goal) }

    /// Takes in what happened before, so that names and numbers are known.
    func learn(_ events: [EventRecord]) {
        for event in events { _ = story.tell(event) }
        story.beginAnew()
    }

    func take(_ item: StreamItem) async {
        switch item {
        case .connected: isConnected = true
        case .reconnecting: isConnected = false
        case .token(let piece):
            if tail.employee != piece.employeeID { tail = (piece.employeeID, LiveText()) }
            tail.text.take(piece.text)
        case .event(let event):
            end.take(event, goal: view.goal, at: .now)
            if event.type == "work.started", let run = event.text("run_id") { runs.insert(run) }
            if event.type == "run.step", event.text("employee_id") == tail.employee { tail.text = LiveText() }
            guard let line = story.tell(event), view.tellsStory else { return }
            console.result(WorkLine.text(line, quote: await quote(line), on: console.terminal))
        }
    }

    /// Redraws the bottom line, and looks whether there is more to wait for.
    func tick() async throws -> Follow {
        console.showStatus(status)
        if let limit = view.limit, ContinuousClock.now - began > limit {
            throw CommandFailure(
                .tryAgain, code: "timeout", "The goal is not reached yet.",
                hint: story.figures.isPaused
                    ? PausedCompany.remark(options: client.location.options) : "It goes on. See: teamx goal show \(view.goal)")
        }
        guard isConnected, end.wantsLook(at: .now) else { return .on }
        do {
            if pricedSteps < story.figures.steps { try await learnPrices() }
            let queued = try await client.queued(in: view.company)
            let goal = try await client.get(.company(view.company, "goals", view.goal)).text("status")
            let verdict = end.judge(queued: queued, goal: goal, at: .now)
            isAchieved = verdict == .reached
            return verdict == .goOn ? .on : .stop
        } catch let failure as APIFailure where failure.isPassing {
            return .on  // the stream knows it too, and says when it is enough
        }
    }

    /// Asks whose price is known, which events do not tell.
    private func learnPrices() async throws {
        pricedSteps = story.figures.steps
        let rows = try await client.list(.company(view.company, "runs")).items
        spending = Spending(rows.filter { runs.contains($0.text("id")) })
    }

    /// The text of the message that a line is about; `nil` when it cannot be had.
    private func quote(_ line: WorkStory.Line) async -> String? {
        guard let message = line.message else { return nil }
        let path = APIPath.company(view.company, "threads", message.thread, "messages").asking("limit", "50")
        let latest = try? await client.get(path)["items"]?.array  // the line is told without it
        return latest?.first { $0["id"]?.string == message.id }?.text("content")
    }

    private var status: String {
        let figures = story.figures
        let typing = figures.working.contains(tail.employee)
        let who = typing ? tail.employee : figures.working.sorted().first
        let line = WorkStatus(
            time: ContinuousClock.now - began, figures: figures, isConnected: isConnected, who: who.map { story.name($0) },
            text: typing ? tail.text.shown : "", spending: spending)
        return line.text(width: console.terminal.width - 1)
    }
}
