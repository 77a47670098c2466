import ArgumentParser
import Domain

/// `teamx company`.
struct CompanyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company", abstract: "Found companies and look at them.",
        subcommands: [
            Create.self, List.self, Use.self, Show.self, Pause.self, Resume.self, QuietHours.self, Failover.self, Archive.self,
            Restore.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Found a company.",
            discussion: "EXAMPLE: teamx company create \"Aurora Works\" --mission \"Things that last\"")

        @Argument(help: "Its name.") var name: String
        @Option(help: "Why it exists, in a sentence.") var mission: String?
        @Option(help: "Its name in addresses; made from the name otherwise.") var slug: String?
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                var body: [String: JSONValue] = ["name": .string(name)]
                if let mission { body["mission"] = .string(mission) }
                if let slug { body["slug"] = .string(slug) }
                let others = try await desk.client.list(APIPath("companies")).items
                if slug == nil, let other = others.first(where: { $0.text("name").lowercased() == name.lowercased() }) {
                    throw CommandFailure(
                        .conflict, code: "exists", "There is a company “\(name)” already: \(other.text("slug")).",
                        hint: "Call this one something else, or give it a name in addresses of its own with --slug.")
                }
                let company = try await desk.client.post(APIPath("companies"), .object(body))
                let address = company.text("slug")
                try desk.made(
                    company, "Founded \(company.text("name")) (\(address)).",
                    next: "hire ceo" + (others.isEmpty ? "" : " --company \(address)"))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List companies.", aliases: ["ls"])
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let companies = try await desk.client.list(APIPath("companies")).items
                let chosen = CompanyOption.chosen(desk, among: companies)
                // Programs know the columns by their places, so only people see the mark.
                let mark: [ClientDesk.Column] =
                    desk.form == .table && chosen != nil ? [.init("") { $0["id"]?.string == chosen ? "*" : "" }] : []
                try desk.show(
                    companies,
                    mark + [
                        .member("SLUG", "slug", .whole), .member("NAME", "name"), .member("STATUS", "status", .state),
                        .member("ID", "id", .id),
                    ],
                    empty: "No companies yet. Found one with: teamx company create NAME")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a company in figures.")

        @Argument(help: "The company's slug, name or id.") var name: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let id = try await company.id(desk, or: name)
                try desk.show(try await desk.client.get(.company(id))) { company in
                    let counts = company["counts"] ?? [:]
                    let list = company.money("notional_usd")
                    let notional = list == .zero ? "" : ", and \(Quantity.dollars(list)) at list price that nobody charges for"
                    let unknown = company.int("unknown_calls")
                    let rest = unknown == 0 ? "" : ", without \(Quantity.of(unknown, "call")) whose price is not known"
                    return [
                        "\(company.text("name")) (\(company.text("slug"))), \(company.text("status"))",
                        company["settings"]?["mission"]?.plain ?? "", "",
                        "employees   \(counts.int("employees"))",
                        "tickets     \(counts.int("tickets_open")) open, \(counts.int("tickets_done")) done",
                        "files       \(counts.int("files"))", "runs        \(counts.int("runs"))",
                        "tokens      \(Quantity.count(company.int("prompt_tokens"))) in, \(Quantity.count(company.int("completion_tokens"))) out",
                        "cost        \(Quantity.dollars(company.money("cost_usd")))\(notional)\(rest)",
                        "events      \(counts.int("events"))",
                    ]
                }
            }
        }
    }
}
