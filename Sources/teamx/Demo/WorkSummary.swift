import Domain

/// What came of the work on a goal, in figures.
struct WorkSummary {
    let isAchieved: Bool
    let goal: String
    let tickets: [JSONValue]
    let files: [JSONValue]
    let names: [String: String]
    let figures: JSONValue
    let time: Duration
    let isPractice: Bool

    func print(on console: Console) {
        let paint = console.terminal.outputPaint
        let done = tickets.filter { $0.text("status") == "done" }
        console.result("")
        console.result(
            isAchieved
                ? paint("The goal is reached: \(SafeText.line(goal))", .green)
                : paint("The goal is not reached: \(SafeText.line(goal))", .red))
        console.result("")
        console.result("  tickets   \(done.count) of \(tickets.count) done")
        for ticket in tickets where ticket.text("status") != "done" {
            let reason = ticket.text("blocked_reason")
            console.result(
                "            #\(ticket.int("number")) \(ticket.text("status"))\(reason.isEmpty ? "" : ": \(Elision.tail(reason, to: 200))")"
            )
        }
        console.result("  files     \(files.count)")
        for file in files.prefix(20) {
            let size = Quantity.bytes(file.int("size_bytes"))
            let padded = String(repeating: " ", count: max(0, 8 - size.count)) + size
            console.result(
                "            \(padded)  \(file.text("original_name"))  \(paint(names[file.text("uploaded_by")] ?? "", .dim))")
        }
        console.result(
            "  tokens    \(Quantity.count(figures.int("prompt_tokens"))) in, \(Quantity.count(figures.int("completion_tokens"))) out, in \(figures["counts"]?.int("runs") ?? 0) runs"
        )
        console.result("  cost      \(Quantity.dollars(figures.money("cost_usd")))")
        console.result("  time      \(Quantity.duration(milliseconds: time.wholeMilliseconds))")
        if isPractice {
            console.result("")
            console.result(paint("  Played by the practice model: scripted text, not the work of a real model.", .yellow))
        }
    }
}

extension WorkView.Outcome {
    /// - Throws: ``APIFailure``.
    func summary(_ client: APIClient, company: String) async throws -> WorkSummary {
        let goal = try await client.get(.company(company, "goals", goal))
        let people = try await client.list(.company(company, "employees")).items
        return WorkSummary(
            isAchieved: isAchieved, goal: goal.text("title"), tickets: goal["tickets"]?.array ?? [],
            files: try await client.get(.company(company, "files"))["items"]?.array?.reversed() ?? [],
            names: Dictionary(people.map { ($0.text("id"), $0.text("name")) }) { first, _ in first },
            figures: try await client.get(.company(company)), time: time, isPractice: story.isPractice)
    }
}
