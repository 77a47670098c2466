import ArgumentParser
import Domain

/// `teamx run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "See what models were asked and what it cost; steer what goes on.",
        subcommands: [List.self, Show.self, Stop.self, Guide.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List runs, the newest first.", aliases: ["ls"])

        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let page = try await desk.client.list(.company(company, "runs"), limit: limit.limit)
                let isTable = desk.form == .table
                let subjects = isTable ? try await WorkSubjects(of: page.items, in: company, desk.client) : .none
                let who: [ClientDesk.Column] = [.person("WHO", "employee_id", names)]
                let about: [ClientDesk.Column] = isTable ? [.init("ABOUT") { subjects.of($0) }] : []
                let more: [ClientDesk.Column] = [
                    .member("STATUS", "status", .state), .member("MODEL", "model"),
                    .init("IN", .number) { Quantity.count($0.int("prompt_tokens")) },
                    .init("OUT", .number) { Quantity.count($0.int("completion_tokens")) },
                    .init("COST", .number) { $0.costInWords ?? "unknown" },
                    .init("TIME", .number) { Quantity.duration(milliseconds: Int64($0.int("latency_ms"))) },
                    .member("ID", "id", .id),
                ]
                try desk.show(page, who + about + more, empty: "No runs yet.")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a run with its steps.")

        @Argument(help: "The run's id, or its last six characters or more.") var run: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await desk.id(run, in: .company(company, "runs"), kind: "run")
                let names = try await desk.client.names(of: company)
                try desk.show(try await desk.client.get(.company(company, "runs", id))) { run in
                    RunCommand.lines(run, names, desk)
                }
            }
        }
    }

    private static func lines(_ run: JSONValue, _ names: [String: String], _ desk: ClientDesk) -> [String] {
        let status = run.text("status")
        var lines = [
            "\(names[run.text("employee_id")] ?? "somebody who left"), \(desk.paint(status, .state(status))), "
                + "\(run.text("provider"))/\(run.text("model")), \(Quantity.duration(milliseconds: Int64(run.int("latency_ms"))))",
            "\(Quantity.count(run.int("prompt_tokens"))) in, \(Quantity.count(run.int("completion_tokens"))) out, "
                + (run.costInWords ?? "price unknown"),
        ]
        if let error = run["error"]?.string { lines += WordWrap.lines(SafeText.line(error), width: desk.width) }
        func section(_ title: String, _ key: String, _ columns: [ClientDesk.Column]) {
            let items = run[key]?.array ?? []
            if !items.isEmpty { lines += ["", desk.paint(title, .bold)] + desk.rows(items, columns) }
        }
        section(
            "Steps", "steps",
            [
                .member("", "step", .number), .init("", .number) { Quantity.count($0.int("prompt_tokens")) + " in" },
                .init("", .number) { Quantity.count($0.int("completion_tokens")) + " out" }, .member("", "text"),
            ])
        section(
            "Not taken", "attempts",
            [.member("", "provider_id", .whole), .member("", "model", .whole), .member("", "error")])
        section("Said to it", "guidance", [.member("", "status", .state), .member("", "content")])
        section(
            "Tools", "tool_calls",
            [.member("", "status", .state), .member("", "tool_name", .whole), .member("", "input")])
        return lines
    }
}
