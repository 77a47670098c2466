import ArgumentParser
import Domain
import NIOPosix

/// `teamx inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "See what waits for you, and answer what is asked.",
        discussion: "On a terminal it asks for an answer to each question; an empty line leaves one open.")

    @Option(help: "Only question, review, budget, blocked_ticket, failed_work or unread_thread.") var kind: String?
    @Option(help: "Keep failed work out of it for good, by the work's id.") var done: String?
    @Flag(help: "Only how much there is of each.") var count = false
    @Flag(help: "Ask for no answers.") var list = false
    @OptionGroup var limit: ListLimit
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            if let done { return try await Self.dismiss(done, desk, company) }
            if count { return try await Self.showCounts(desk, company) }
            let path = APIPath.company(company, "inbox").asking("kind", kind)
            let items = try await desk.client.list(path, limit: limit.limit)
            try await Self.show(items, isAll: kind == nil, desk, company)
            let questions = items.items.filter { $0["kind"]?.string == InboxKind.question.rawValue }
            guard !list, desk.form == .table, desk.console.terminal.inputIsTerminal, !questions.isEmpty else { return }
            for question in questions where try await !Self.ask(question, desk, company) { return }
        }
    }

    private static func dismiss(_ work: String, _ desk: ClientDesk, _ company: String) async throws {
        let id = try await desk.id(
            work, in: APIPath.company(company, "inbox").asking("kind", InboxKind.failedWork.rawValue), kind: "failed work")
        try desk.show(try await desk.client.put(.company(company, "inbox", id, "done"))) { _ in ["Done with that."] }
    }

    /// - Parameter isAll: Whether every kind was asked for.
    private static func show(_ page: APIClient.Page, isAll: Bool, _ desk: ClientDesk, _ company: String) async throws {
        guard desk.form == .table, desk.fields == nil else {
            return try desk.show(
                page,
                [
                    .init("WHAT") { InboxWords.name(of: $0) }, .init("AGE", .number) { InboxWords.age(of: $0) },
                    .member("FROM", "employee"), .member("TITLE", "title"), .init("NEXT") { InboxWords.next($0) },
                ], empty: nothing)
        }
        let items = isAll ? try await OpenActionItems(in: company, desk.client).rows : []
        let rows = page.items.map { InboxRow($0) } + items
        if rows.isEmpty { desk.console.note(nothing) } else { InboxScreen(desk: desk).lines(rows).forEach(desk.console.result) }
        desk.remark(on: page)
    }

    private static let nothing = "Nothing waits for you."

    private static func showCounts(_ desk: ClientDesk, _ company: String) async throws {
        let items = desk.isForPeople ? try await OpenActionItems(in: company, desk.client).count : 0
        try desk.show(try await desk.client.get(.company(company, "inbox", "counts"))) { counts in
            [
                Quantity.of(counts.int("questions"), "question"), Quantity.of(counts.int("reviews"), "review"),
                Quantity.of(counts.int("budgets"), "used-up budget"),
                Quantity.of(counts.int("blocked_tickets"), "blocked ticket"), Quantity.of(counts.int("failed_work"), "failure"),
                Quantity.of(counts.int("unread_threads"), "unread conversation") + ", those of tickets and meetings aside",
                Quantity.of(items, "action item") + " to confirm",
            ]
        }
    }

    /// Asks a person on a terminal for the answer; an answer that will not do is asked for again.
    ///
    /// - Returns: `false` when nothing more shall be asked.
    private static func ask(_ item: JSONValue, _ desk: ClientDesk, _ company: String) async throws -> Bool {
        let question = try await desk.client.get(.company(company, "questions", item.text("id")))
        guard question["status"]?.string == QuestionStatus.open.rawValue else { return true }
        desk.console.note("")
        desk.console.sentence("\(item.text("employee")) asks: \(SafeText.block(question["prompt"]?.string ?? ""))")
        AnswerWords.advice(for: question).forEach(desk.console.note)
        while true {
            desk.console.prompt("> ")
            guard let line = try await NIOThreadPool.singleton.runIfActive({ readLine() }) else { return false }
            if line.allSatisfy(\.isWhitespace) { return true }
            do {
                _ = try await desk.answer(question, with: line, of: company)
                desk.console.note("Answered.")
                return true
            } catch let failure as CommandFailure {
                failure.report(on: desk.console, asJSON: false)
            } catch let failure as APIFailure where failure.exitStatus != .unreachable {
                CommandFailure(cause: failure)?.report(on: desk.console, asJSON: false)
                if failure.exitStatus == .conflict { return true }
            }
        }
    }
}
