import Domain

/// What came of the work on a goal, in figures, and what it waits for if it is not done.
struct WorkSummary: Sendable {
    let isAchieved: Bool
    let goal: String
    let tickets: [JSONValue]
    let files: [JSONValue]
    let questions: [JSONValue]
    let names: [String: String]
    /// Why the work on a ticket failed last, by the ticket's id.
    let failures: [String: String]
    let runs: Spending
    /// From the goal's creation to its end.
    let time: Duration
    let isPractice: Bool

    /// - Parameters:
    ///   - terminal: What is printed to; names of files are cut to its width.
    ///   - options: What a command needs to find this server, such as `--data DIR`; empty for the usual one.
    func lines(for terminal: Terminal, options: String = "") -> [String] {
        let paint = terminal.outputPaint
        let done = tickets.filter { $0.text("status") == "done" }
        let blocked = tickets.filter { $0.text("status") == "blocked" }
        let tokens = "\(Quantity.count(runs.promptTokens)) in, \(Quantity.count(runs.completionTokens)) out"
        let ending = "The goal is \(isAchieved ? "" : "not ")reached: \(SafeText.line(goal))"
        let heading = WordWrap.lines(ending, width: terminal.outputIsTerminal ? terminal.width : nil, hanging: "  ")
        var lines = [""] + heading.map { paint($0, isAchieved ? .green : .red) }
        lines += [
            "",
            "  tickets   \(done.count) of \(tickets.count) done" + (blocked.isEmpty ? "" : ", \(blocked.count) blocked"),
        ]
        for ticket in tickets where ticket.text("status") != "done" {
            lines.append(indent + waiting(ticket))
            if let advice = advice(ticket, options: options) { lines.append(indent + "  " + advice) }
        }
        lines.append("  files     \(files.count)")
        let shown = files.prefix(20)
        let authors = shown.map { TextWidth.of(names[$0.text("uploaded_by")] ?? "") }.max() ?? 0
        let room = terminal.outputIsTerminal ? max(12, terminal.width - indent.count - 12 - authors) : Int.max
        let width = min(room, shown.map { TextWidth.of($0.text("original_name")) }.max() ?? 0)
        for file in shown { lines.append(indent + row(file, width, paint)) }
        if files.count > shown.count { lines.append(indent + "and \(files.count - shown.count) more") }
        lines += [
            "  tokens    \(tokens), in \(Quantity.of(runs.count, "run"))",
            "  cost      \(runs.cost.inWords)\(runs.remark)",
            "  time      \(Quantity.duration(milliseconds: time.wholeMilliseconds))",
        ]
        for question in questions {
            lines += [
                "", paint("  \(names[question.text("employee_id")] ?? "An employee") asks: \(question.text("prompt"))", .yellow),
                "  " + OpenQuestion.howToAnswer(question.text("id"), options: options),
            ]
        }
        if isPractice {
            let remark = "Played by the practice model: scripted text, not the work of a real model."
            let width = terminal.outputIsTerminal ? terminal.width : nil
            lines += [""] + WordWrap.lines(remark, width: width, indent: "  ", hanging: "  ").map { paint($0, .yellow) }
        }
        return lines
    }

    private var indent: String { "            " }

    private func row(_ file: JSONValue, _ width: Int, _ paint: Paint) -> String {
        let size = Quantity.bytes(file.int("size_bytes"))
        let name = Elision.middle(file.text("original_name"), to: width)
        return String(repeating: " ", count: max(0, 8 - size.count)) + size + "  " + name
            + String(repeating: " ", count: max(0, width - TextWidth.of(name))) + "  "
            + paint(names[file.text("uploaded_by")] ?? "", .dim)
    }

    /// What to do about a ticket that stands still; what to answer is said below.
    private func advice(_ ticket: JSONValue, options: String) -> String? {
        guard ticket.text("status") == TicketStatus.blocked.rawValue,
            !questions.contains(where: { $0["ticket_id"] == ticket["id"] })
        else { return nil }
        return BlockedTicket.advice(
            label: "#\(ticket.int("number"))", question: nil, reason: ticket["blocked_reason"]?.string, options: options)
    }

    /// What a ticket that is not done waits for.
    private func waiting(_ ticket: JSONValue) -> String {
        let who = names[ticket.text("assignee_id")] ?? "nobody"
        let question = questions.first { $0["ticket_id"] == ticket["id"] }
        let reason = question.map { "waits for your answer: \($0.text("prompt"))" } ?? ticket["blocked_reason"]?.string
        let why = reason ?? failures[ticket.text("id")].map { "failed: \($0)" }
        let words = why.map { ": " + Elision.tail(SafeText.line($0), to: 200) } ?? ""
        return "#\(ticket.int("number")) \(ticket.text("status")), \(who)\(words)"
    }
}

extension WorkView.Outcome {
    /// What came of the goal, and what the company's runs took since it was set.
    ///
    /// - Throws: ``APIFailure``.
    func summary(_ client: APIClient, company: String) async throws -> WorkSummary {
        let goal = try await client.get(.company(company, "goals", goal))
        let begin = goal.int("created_at")
        let tickets = goal["tickets"]?.array ?? []
        let spending = try await totals(client, company: company, since: begin)
        // A goal is changed last when its progress reaches the end; one that is not reached ends now.
        let end = isAchieved ? goal.int("updated_at") : Int(SystemTime().now().milliseconds)
        return WorkSummary(
            isAchieved: isAchieved, goal: goal.text("title"), tickets: tickets,
            files: try await Self.files(of: tickets, client, company: company),
            questions: try await client.list(APIPath.company(company, "questions").asking("status", "open")).items,
            names: try await client.names(of: company), failures: story.failures,
            runs: spending, time: .milliseconds(max(0, end - begin)),
            isPractice: story.figures.isPractice || spending.isPractice)
    }

    /// The files of the goal's tickets in the order in which they were written.
    private static func files(of tickets: [JSONValue], _ client: APIClient, company: String) async throws -> [JSONValue] {
        var files: [String: JSONValue] = [:]
        for ticket in tickets {
            let detail = try await client.get(.company(company, "tickets", ticket.text("id")))
            for file in detail["files"]?.array ?? [] { files[file.text("id")] = file }
        }
        return files.values.sorted { ($0.int("created_at"), $0.text("id")) < ($1.int("created_at"), $1.text("id")) }
    }

    /// What all runs since `begin` took: from the list of runs, or from the log where that does not go back far enough.
    private func totals(_ client: APIClient, company: String, since begin: Int) async throws -> Spending {
        let page = try await client.list(.company(company, "runs"))
        let runs = page.items.filter { $0.int("started_at") >= begin }
        guard page.rest != .none, runs.count == page.items.count else { return Spending(runs) }
        let log = try await client.list(.company(company, "events")).items.compactMap(EventRecord.init)
        return Spending(log.filter { $0.createdAt.milliseconds >= begin }, newest: runs)
    }
}
