import ArgumentParser
import Domain

/// `teamx queue`.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "queue", abstract: "See what waits and what goes on.")

    @OptionGroup var options: ClientOptions
    @OptionGroup var company: CompanyOption

    func run() async throws {
        try await options.withDesk { desk in
            let company = try await company.id(desk)
            let names = try await desk.names(of: company)
            desk.show(
                try await desk.client.list(.company(company, "queue")).items,
                [
                    .init("WHO") { names[$0.text("agent_id")] ?? "" }, .member("CAUSE", "cause"),
                    .member("STATUS", "status", .state),
                    .member("PRIORITY", "priority", .number), .member("ATTEMPTS", "attempt_count", .number),
                    .member("LAST ERROR", "last_error"),
                ], empty: "Nothing waits.")
        }
    }
}

/// `teamx question`.
struct QuestionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question", abstract: "See and answer what employees ask you.", subcommands: [List.self, Answer.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List open questions.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Flag(help: "Also those that are answered.") var all = false

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.names(of: company)
                desk.show(
                    try await desk.client.list(APIPath.company(company, "questions").asking("status", all ? nil : "open")).items,
                    [
                        .member("ID", "id", .whole), .init("WHO") { names[$0.text("employee_id")] ?? "" },
                        .member("QUESTION", "prompt"),
                        .init("OPTIONS") { ($0["options"]?.array ?? []).map(\.plain).joined(separator: " | ") },
                    ], empty: "Nobody asks anything.")
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Answer a question; the work that waits for it goes on.")

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

/// `teamx run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "See what models were asked and what it cost.", subcommands: [List.self, Show.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List runs, the newest first.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.names(of: company)
                desk.show(
                    try await desk.client.get(.company(company, "runs"))["items"]?.array ?? [],
                    [
                        .init("WHO") { names[$0.text("employee_id")] ?? "" }, .member("STATUS", "status", .state),
                        .member("MODEL", "model"),
                        .init("IN", .number) { Quantity.count($0.int("prompt_tokens")) },
                        .init("OUT", .number) { Quantity.count($0.int("completion_tokens")) },
                        .init("COST", .number) {
                            $0["price_known"]?.bool == false ? "unknown" : Quantity.dollars($0.money("cost_usd"))
                        },
                        .init("TIME", .number) { Quantity.duration(milliseconds: Int64($0.int("latency_ms"))) },
                        .member("ID", "id", .whole),
                    ], empty: "No runs yet.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a run with its steps.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The run's id.") var run: String

        func run() async throws {
            try await options.withDesk { desk in
                desk.show(try await desk.client.get(.company(try await company.id(desk), "runs", run))) { run in
                    [
                        "\(run.text("status")), \(run.text("provider"))/\(run.text("model")), \(Quantity.dollars(run.money("cost_usd")))",
                        run.text("error"),
                    ]
                    .filter { !$0.isEmpty }
                        + (run["steps"]?.array ?? []).map {
                            "  \($0.int("step")): \(Quantity.count($0.int("prompt_tokens"))) in, \(Quantity.count($0.int("completion_tokens"))) out  \($0.text("text"))"
                        }
                        + (run["tool_calls"]?.array ?? []).map {
                            "  \($0.text("status"))  \($0.text("tool_name")) \($0.text("input"))"
                        }
                }
            }
        }
    }
}

/// `teamx file`.
struct FileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "See the company's files.", subcommands: [List.self, Cat.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List files, or find those that hold words.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Option(help: "Words that the file must hold.") var search: String?

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.names(of: company)
                let found = try await desk.client.get(APIPath.company(company, "files").asking("q", search))["items"]?.array ?? []
                desk.show(
                    found.map { $0["file"] ?? $0 },
                    [
                        .member("NAME", "original_name"), .init("SIZE", .number) { Quantity.bytes($0.int("size_bytes")) },
                        .init("BY") { names[$0.text("uploaded_by")] ?? "you" }, .member("ID", "id", .whole),
                    ], empty: "No files.")
            }
        }
    }

    struct Cat: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a file, or save it.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The file's id, or its name where only one has it.") var file: String
        @Flag(help: "Print the bytes as they are, also to a terminal.") var raw = false

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let files = try await desk.client.get(.company(company, "files"))["items"]?.array ?? []
                guard let found = files.first(where: { $0["id"]?.string == file || $0["original_name"]?.string == file }) else {
                    throw CommandFailure.notFound("There is no file “\(file)”.", hint: "teamx file list")
                }
                let bytes = try await desk.client.bytes(.company(company, "files", found.text("id"), "content"))
                if raw || !desk.console.terminal.outputIsTerminal { return StandardStream.output.write(bytes) }
                desk.console.write(SafeText.block(String(decoding: bytes, as: UTF8.self)) + "\n")
            }
        }
    }
}
