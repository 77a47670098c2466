import ArgumentParser
import Domain

/// `teamx run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "See what models were asked and what it cost.", subcommands: [List.self, Show.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List runs, the newest first.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @OptionGroup var limit: ListLimit

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.client.names(of: company)
                desk.show(
                    try await desk.client.list(.company(company, "runs"), limit: limit.limit),
                    [
                        .person("WHO", "employee_id", names), .member("STATUS", "status", .state),
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
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a run with its steps.")

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
