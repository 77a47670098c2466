import Domain

/// Shows a company at work on a goal, live, until it is reached or nothing goes on any more.
struct WorkView {
    let company: String
    let goal: String

    /// How it ended.
    struct Outcome {
        let isAchieved: Bool
        let story: WorkStory
        let goal: String
        let time: Duration
    }

    /// Follows the events from behind `seq`.
    ///
    /// - Throws: ``APIFailure``.
    func follow(_ client: APIClient, _ console: Console, after seq: Int) async throws -> Outcome {
        let clock = ContinuousClock()
        let began = clock.now
        var story = WorkStory()
        if seq > 0 { for event in try await history(client, until: seq) { _ = story.tell(event) } }
        var isAchieved = false
        var tail = (employee: "", text: "")
        try await client.follow(company, after: seq) { item in
            switch item {
            case .connected, .reconnecting: break
            case .token(let piece):
                tail = (
                    piece.employeeID,
                    String((tail.employee == piece.employeeID ? tail.text + piece.text : piece.text).suffix(160))
                )
            case .event(let event):
                if let line = story.tell(event) { print(line, event, console) }
                if event.type == "goal.progressChanged", event.text("goal_id") == goal, event.text("status") == "achieved" {
                    isAchieved = true
                }
                if isAchieved, story.working.isEmpty { return .stop }
                if !isAchieved, story.working.isEmpty, try await isStuck(event, client) { return .stop }
            }
            console.showStatus(status(story, tail, clock.now - began))
            return .on
        }
        console.eraseStatus()
        return Outcome(isAchieved: isAchieved, story: story, goal: goal, time: clock.now - began)
    }

    /// Who did what before, so that names and numbers are known.
    private func history(_ client: APIClient, until seq: Int) async throws -> [EventRecord] {
        try await client.list(APIPath.company(company, "events").asking("after", "0"), limit: seq).items.compactMap(
            EventRecord.init)
    }

    /// Whether nothing goes on and nothing waits to, and the goal is not reached.
    ///
    /// The server tells how it is now, which may be long after `event`: then the end of the story is still to come.
    private func isStuck(_ event: EventRecord, _ client: APIClient) async throws -> Bool {
        guard ["work.completed", "work.failed", "ticket.blocked", "work.cancelled", "question.asked"].contains(event.type) else {
            return false
        }
        guard try await client.get(.company(company, "queue"))["items"]?.array?.isEmpty == true else { return false }
        let goals = try await client.get(.company(company, "goals"))["items"]?.array ?? []
        return goals.first { $0["id"]?.string == goal }?["status"]?.string != "achieved"
    }

    private func print(_ line: WorkStory.Line, _ event: EventRecord, _ console: Console) {
        let paint = console.terminal.outputPaint
        let name = Elision.tail(SafeText.line(line.name), to: 16)
        let padded = name + String(repeating: " ", count: max(0, 16 - TextWidth.of(name)))
        let style = line.employee.map { Style.person($0.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }) } ?? line.style
        let text = SafeText.line(line.text)
        let room = max(20, console.terminal.width - 19)
        let shown = console.terminal.outputIsTerminal ? Elision.tail(text, to: room) : text
        console.result("\(paint(padded, style))  \(paint(shown, line.style))")
    }

    private func status(_ story: WorkStory, _ tail: (employee: String, text: String), _ time: Duration) -> String {
        var parts = [
            Quantity.clock(milliseconds: time.wholeMilliseconds), "\(story.doneCount)/\(story.ticketCount) tickets",
            "\(story.fileCount) files",
            "\(Quantity.count(story.promptTokens + story.completionTokens)) tok", Quantity.dollars(story.cost),
        ]
        if story.isPractice { parts.append("practice model") }
        let typing = story.working.contains(tail.employee) ? tail : (story.working.sorted().first ?? "", "")
        if !typing.0.isEmpty {
            let first = story.name(typing.0).split(separator: " ").first.map(String.init) ?? ""
            parts.append("\(SafeText.line(first)): \(SafeText.line(typing.1.isEmpty ? "thinks …" : String(typing.1.suffix(60))))")
        }
        return parts.joined(separator: "  ")
    }
}
