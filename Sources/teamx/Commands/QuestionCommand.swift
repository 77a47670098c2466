import ArgumentParser
import Domain

/// `teamx question`.
struct QuestionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question", abstract: "See and answer what employees ask you.",
        subcommands: [List.self, Answer.self, Withdraw.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List open questions.", aliases: ["ls"])

        @Flag(help: "Also those that are answered.") var all = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let path = APIPath.company(company, "questions").asking("status", all ? nil : "open")
                let columns: [ClientDesk.Column] = [
                    .member("ID", "id", .id), .person("WHO", "employee_id", names), .member("QUESTION", "prompt"),
                ]
                let more: [ClientDesk.Column] =
                    all
                    ? [.member("STATUS", "status", .state), .member("ANSWER", "answer")]
                    : [.init("ANSWER WITH") { Self.answers(to: $0) }]
                try desk.show(try await desk.client.list(path).items, columns + more, empty: "Nobody asks anything.")
            }
        }

        private static func answers(to question: JSONValue) -> String {
            switch question["kind"]?.string.flatMap(QuestionKind.init(rawValue:)) ?? .text {
            case .text: "words"
            case .choice: (question["options"]?.array ?? []).map(\.plain).joined(separator: " | ")
            case .approval: "yes | no"
            case .file: "a file"
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "Answer a question; the work that waits for it goes on.",
            discussion: """
                EXAMPLES:
                  teamx question answer 4R_tW2 "On Monday"
                  teamx question answer 4R_tW2 no --comment "Too dear"
                """)

        @Argument(help: "The question's id, or its last six characters or more.") var question: String
        @Argument(help: "The answer: words, an option or its number, yes or no, or a file's name or id.") var answer: String
        @Option(help: "What you have to say besides.") var comment: String?
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let questions = APIPath.company(company, "questions")
                let id = try await desk.id(question, in: questions, kind: "question")
                var ticket: JSONValue?
                if waiting.wait { ticket = try await Self.ticket(of: id, questions, company, desk) }
                let before = try await desk.client.lastEvent(of: company)
                let question = try await desk.client.get(.company(company, "questions", id))
                let answered = try await desk.answer(question, with: answer, comment: comment, of: company)
                guard let ticket else { return try desk.show(answered) { _ in ["Answered."] } }
                if desk.isForPeople { desk.console.note("Answered.") }
                try await TicketWatch(ticket, of: company).follow(desk, after: before, limit: waiting.limit)
            }
        }

        /// The ticket whose work waits for the question's answer.
        private static func ticket(
            of id: String, _ questions: APIPath, _ company: String, _ desk: ClientDesk
        ) async throws -> JSONValue {
            let rows = try await desk.client.list(questions).items
            guard let ticket = rows.first(where: { $0["id"]?.string == id })?["ticket_id"]?.string else {
                throw CommandFailure.usage("The question belongs to no ticket whose end could be waited for.")
            }
            return try await desk.client.get(.company(company, "tickets", ticket))
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Take a question back; the employee goes on without an answer.")

        @Argument(help: "The question's id, or its last six characters or more.") var question: String
        @Argument(help: "Why; the employee is told.") var reason: String
        @Flag(help: "Leave the ticket blocked.") var hold = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await desk.id(question, in: .company(company, "questions"), kind: "question")
                let path = APIPath.company(company, "questions", id, "withdrawal")
                let taken = try await desk.client.put(path, ["reason": .string(reason), "resume": .bool(!hold)])
                try desk.show(taken) { _ in ["Withdrawn."] }
            }
        }
    }
}
