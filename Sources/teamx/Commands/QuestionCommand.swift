import ArgumentParser
import Domain

/// `teamx question`.
struct QuestionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question", abstract: "See and answer what employees ask you.", subcommands: [List.self, Answer.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List open questions.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Flag(help: "Also those that are answered.") var all = false

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.client.names(of: company)
                desk.show(
                    try await desk.client.list(APIPath.company(company, "questions").asking("status", all ? nil : "open")).items,
                    [
                        .member("ID", "id", .whole), .person("WHO", "employee_id", names),
                        .member("QUESTION", "prompt"),
                        .init("OPTIONS") { ($0["options"]?.array ?? []).map(\.plain).joined(separator: " | ") },
                    ], empty: "Nobody asks anything.")
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "Answer a question; the work that waits for it goes on.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The question's id.") var question: String
        @Argument(help: "The answer.") var answer: String

        func run() async throws {
            try await options.withDesk { desk in
                let path = APIPath.company(try await company.id(desk), "questions", question, "answer")
                desk.show(try await desk.client.put(path, ["answer": .string(answer)])) { _ in ["Answered."] }
            }
        }
    }
}
