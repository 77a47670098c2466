import ArgumentParser
import Domain
import NIOPosix

/// `teamx inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "See what waits for you, and answer what is asked.",
        discussion: "On a terminal it asks for an answer to each question; an empty line leaves one open.")

    @Option(help: "Only question, blocked_ticket, failed_work or unread_thread.") var kind: String?
    @Flag(help: "Only how much there is of each.") var count = false
    @Flag(help: "Ask for no answers.") var list = false
    @OptionGroup var limit: ListLimit
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            if count { return try await Self.showCounts(desk, company) }
            let path = APIPath.company(company, "inbox").asking("kind", kind)
            let items = try await desk.client.list(path, limit: limit.limit)
            try desk.show(
                items,
                [
                    .init("WHAT") { Self.name(of: $0) }, .init("AGE", .number) { Self.age(of: $0) }, .member("FROM", "employee"),
                    .member("TITLE", "title"), .init("NEXT", .whole) { Self.next($0) },
                ], empty: "Nothing waits for you.")
            let questions = items.items.filter { $0["kind"]?.string == InboxKind.question.rawValue }
            guard !list, desk.form == .table, desk.console.terminal.inputIsTerminal, !questions.isEmpty else { return }
            for question in questions where try await !Self.ask(question, desk, company) { return }
        }
    }

    private static func showCounts(_ desk: ClientDesk, _ company: String) async throws {
        try desk.show(try await desk.client.get(.company(company, "inbox", "counts"))) { counts in
            [
                Quantity.of(counts.int("questions"), "question"), Quantity.of(counts.int("blocked_tickets"), "blocked ticket"),
                Quantity.of(counts.int("failed_work"), "failure"),
                Quantity.of(counts.int("unread_threads"), "unread conversation"),
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

    private static func name(of item: JSONValue) -> String {
        let number = item["ticket_number"]?.serverNumber.map { " #\($0)" } ?? ""
        switch item["kind"]?.string.flatMap(InboxKind.init(rawValue:)) {
        case .question: return "question" + number
        case .blockedTicket: return "blocked" + number
        case .failedWork: return "failed"
        case .unreadThread: return "\(item.int("unread")) unread"
        case nil: return item.text("kind")
        }
    }

    private static func next(_ item: JSONValue) -> String {
        let id = item.text("id")
        switch item["kind"]?.string.flatMap(InboxKind.init(rawValue:)) {
        case .question: return "question answer \(id.prefix(ClientDesk.shortestPrefix + 4))"
        case .blockedTicket: return "ticket unblock \(item.int("ticket_number"))"
        case .failedWork: return item["thread_id"]?.string.map { "thread show \($0)" } ?? "run list"
        case .unreadThread: return "thread read \(id)"
        case nil: return ""
        }
    }

    private static func age(of item: JSONValue) -> String {
        let seconds = item.int("age_seconds")
        switch seconds {
        case ..<60: return "now"
        case ..<3600: return "\(seconds / 60) min"
        case ..<86_400: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) d"
        }
    }
}
