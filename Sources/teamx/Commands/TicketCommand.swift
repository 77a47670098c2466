import ArgumentParser
import Domain

/// `teamx ticket`.
struct TicketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "File tickets and follow them.",
        subcommands: [
            Create.self, List.self, Show.self, Edit.self, Suggest.self, Assign.self,
            Unassign.self, Comment.self, Close.self, Reopen.self,
            Block.self, Unblock.self,
            Accept.self, SendBack.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "File a ticket.",
            discussion: "EXAMPLE: teamx ticket create \"Fix the export\" --assign edsger --wait")

        @Argument(help: "What is to be done.") var title: String
        @Option(help: "More about it.") var description: String?
        @Option(help: "Who does it.") var assign: String?
        @Option(help: "low, medium, high or critical.") var priority: String?
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            guard !waiting.wait || assign != nil else {
                throw ValidationError("--wait needs --assign: nobody works on a ticket without an owner.")
            }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = ["title": .string(title)]
                if let description { body["description"] = .string(description) }
                if let priority { body["priority"] = .string(priority) }
                if let assign { body["assignee_id"] = try await desk.employee(assign, of: company)["id"] ?? .null }
                let before = try await desk.client.lastEvent(of: company)
                let ticket = try await desk.client.post(.company(company, "tickets"), .object(body))
                let label = "#\(ticket.int("number"))"
                guard waiting.wait else {
                    return try desk.made(
                        ticket, "Filed \(label) \(ticket.text("title")).", next: "ticket show \(ticket.int("number"))")
                }
                if desk.isForPeople { desk.console.note("Filed \(label) \(ticket.text("title")).") }
                try await TicketWatch(ticket, of: company).follow(desk, after: before, limit: waiting.limit)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List tickets.", aliases: ["ls"])

        @OptionGroup var limit: ListLimit
        @Option(help: "open, in-progress, blocked or done.") var status: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                try desk.show(
                    try await desk.client.list(APIPath.company(company, "tickets").asking("status", status), limit: limit.limit),
                    [
                        .init("#", .number) { "\($0.int("number"))" }, .member("TITLE", "title"),
                        .member("STATUS", "status", .state),
                        .member("PRIORITY", "priority"), .person("ASSIGNEE", "assignee_id", names),
                    ], empty: "No tickets. File one with: teamx ticket create \"…\"")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a ticket with its parts, files and discussion.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let names = try await desk.client.names(of: company)
                let practice = try await desk.practiceWork(of: company)
                let questions = try await desk.client.list(APIPath.company(company, "questions").asking("status", "open")).items
                try desk.show(try await desk.client.get(desk.ticketPath(ticket, of: company))) { ticket in
                    TicketDetail(ticket: ticket, names: names, practice: practice, questions: questions, desk: desk).lines
                }
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "close", abstract: "Close a ticket.")

        @Argument(help: "The ticket's number or id.") var ticket: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                try desk.show(try await desk.client.put(desk.ticketPath(ticket, of: company, "closure"))) {
                    ["Closed #\($0.int("number"))."]
                }
            }
        }
    }
}
