import ArgumentParser
import Domain

/// `teamx company`.
struct CompanyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company", abstract: "Found companies and look at them.",
        subcommands: [Create.self, List.self, Use.self, Show.self, Pause.self, Resume.self, Archive.self, Restore.self])

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
                let company = try await desk.client.post(APIPath("companies"), .object(body))
                try desk.made(company, "Founded \(company.text("name")) (\(company.text("slug"))).", next: "hire ceo")
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
                        .member("ID", "id", .whole),
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
                // A company's figures do not tell whose price is not known.
                let runs = try await desk.client.list(.company(id, "runs"))
                let spending = Spending(runs.items, isAll: runs.rest == .none)
                try desk.show(try await desk.client.get(.company(id))) { company in
                    let counts = company["counts"] ?? [:]
                    return [
                        "\(company.text("name")) (\(company.text("slug"))), \(company.text("status"))",
                        company["settings"]?["mission"]?.plain ?? "", "",
                        "employees   \(counts.int("employees"))",
                        "tickets     \(counts.int("tickets_open")) open, \(counts.int("tickets_done")) done",
                        "files       \(counts.int("files"))", "runs        \(counts.int("runs"))",
                        "tokens      \(Quantity.count(company.int("prompt_tokens"))) in, \(Quantity.count(company.int("completion_tokens"))) out",
                        "cost        \(Quantity.dollars(company.money("cost_usd")))\(spending.remark)",
                        "events      \(counts.int("events"))",
                    ]
                }
            }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Stop the work; it goes on later where it stood.")

        @Argument(help: "The company's slug, name or id.") var name: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await change(options, company, name, "pause", "Paused. Nothing new is started until: teamx company resume")
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "resume", abstract: "Go on with the work.")

        @Argument(help: "The company's slug, name or id.") var name: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await change(options, company, name, "resume", "The company is at work.") }
    }

    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "archive", abstract: "Close a company down; everything of it is kept.")

        @Argument(help: "The company's slug, name or id.") var name: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await change(options, company, name, "archive", "Archived. Nothing of it works until: teamx company restore")
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Open a company again that was closed down.")

        @Argument(help: "The company's slug, name or id.") var name: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws { try await change(options, company, name, "restore", "The company is open again.") }
    }
}

extension AsyncParsableCommand {
    fileprivate func change(
        _ options: ClientOptions, _ company: CompanyOption, _ name: String?, _ verb: String, _ sentence: String
    ) async throws {
        try await options.withDesk { desk in
            let id = try await company.id(desk, or: name)
            let company = try await desk.client.post(.company(id, verb))
            let holds = try await desk.client.list(.company(id, "holds")).items.filter { $0["employee_id"]?.string == nil }
            try desk.show(company) { company in
                let isWanted = verb == "pause" || verb == "archive" || company.text("status") == CompanyStatus.running.rawValue
                guard !isWanted else { return [sentence] }
                return ["It does not work yet, held by: \(holds.map { $0.text("reason") }.joined(separator: ", "))."]
            }
        }
    }
}
