import ArgumentParser
import Domain

/// `teamx context`.
struct ContextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "context", abstract: "See what the next turn in a conversation would tell the model.",
        discussion: """
            Block by block: what it is, what of it there is room for, and where it comes \
            from. --full prints it as it would be sent.

            EXAMPLE: teamx context Launch --employee ada
            """)

    @OptionGroup var thread: ThreadArgument
    @Option(help: "Whose turn it would be; the ticket's assignee or the only employee otherwise.") var employee: String?
    @Option(help: "Why they would be woken, such as message, assignment or manual.") var cause: String?
    @Flag(help: "Print the whole text.") var full = false
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            var who: String?
            if let employee { who = try await desk.employee(employee, of: company).text("id") }
            let place = try await thread.path(desk, in: company)
            let path = place("context").asking("employee", who).asking("cause", cause)
            let report = try await desk.client.get(path)
            let names = try await desk.client.names(of: company)
            try desk.show(report) { full ? Self.whole($0) : Self.summary($0, names, desk) }
        }
    }

    private static func summary(_ report: JSONValue, _ names: [String: String], _ desk: ClientDesk) -> [String] {
        let name = names[report.text("employee_id")] ?? report.text("employee_id")
        let reserves = report["reserves"] ?? [:]
        let window = Quantity.of(report.int("window"), "token")
        let lines = [
            "\(name), \(report.text("cause")), asks \(report.text("model")) of \(report.text("provider")).",
            "\(window) (\(report.text("window_source"))); kept free: tools \(reserves.int("tools")), answer "
                + "\(reserves.int("output")), steps \(reserves.int("steps")); used \(report.int("used")) of "
                + "\(report.int("target")).", "",
        ]
        let blocks = (report["blocks"]?.array ?? []).filter { $0["reason"]?.string != "empty" }
        return lines
            + desk.rows(
                blocks,
                [
                    .member("KIND", "kind"), .member("TOKENS", "tokens", .number),
                    .init("WHAT") { block in
                        let reason = block["reason"]?.string.map { " (\($0), of \(block.int("whole")))" } ?? ""
                        return block.text("decision") + reason
                    },
                    .init("FROM") { block in
                        (block["origins"]?.array ?? []).prefix(4).map { origin in
                            origin["name"]?.string ?? origin.text("id")
                        }.joined(separator: ", ")
                    },
                ])
    }

    private static func whole(_ report: JSONValue) -> [String] {
        var lines = ["--- system", SafeText.block(report["system"]?.string ?? "")]
        for message in report["messages"]?.array ?? [] {
            lines += ["--- \(message.text("role"))", SafeText.block(message["content"]?.string ?? "")]
        }
        let tools = (report["tools"]?.array ?? []).map { $0.text("name") }.joined(separator: ", ")
        return lines + ["--- tools", tools]
    }
}
