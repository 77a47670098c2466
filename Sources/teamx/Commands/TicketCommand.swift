import ArgumentParser
import Domain

/// `teamx ticket`.
struct TicketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "File tickets and follow them.",
        subcommands: [Create.self, List.self, Show.self, Comment.self, Close.self, Unblock.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "File a ticket.",
            discussion: "EXAMPLE: teamx ticket create \"Fix the export\" --assign edsger --wait")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "What is to be done.") var title: String
        @Option(help: "More about it.") var description: String?
        @Option(help: "Who does it.") var assign: String?
        @Option(help: "low, medium, high or critical.") var priority: String?
        @Flag(help: "Wait until it is done; ends with status 2 when it cannot be done.") var wait = false
        @Option(help: "How many seconds to wait at most; ends with status 75 then.") var timeout: Int?

        func validate() throws {
            if wait, assign == nil { throw ValidationError("--wait needs --assign: nobody works on a ticket without an owner.") }
            if let timeout, timeout < 1 { throw ValidationError("--timeout must be 1 or more.") }
        }

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                var body: [String: JSONValue] = ["title": .string(title)]
                if let description { body["description"] = .string(description) }
                if let priority { body["priority"] = .string(priority) }
                if let assign { body["assignee_id"] = try await desk.employee(assign, of: company)["id"] ?? .null }
                let before = try await desk.client.lastEvent(of: company)
                let ticket = try await desk.client.post(.company(company, "tickets"), .object(body))
                let label = "#\(ticket.int("number"))"
                guard wait else {
                    return desk.made(
                        ticket, "Filed \(label) \(ticket.text("title")).", next: "teamx ticket show \(ticket.int("number"))")
                }
                if desk.isForPeople { desk.console.note("Filed \(label) \(ticket.text("title")).") }
                let watch = TicketWatch(ticket: ticket.text("id"), label: label, company: company)
                try await watch.follow(desk, after: before, limit: timeout.map { .seconds($0) })
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List tickets.", aliases: ["ls"])

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @OptionGroup var limit: ListLimit
        @Option(help: "open, in-progress, blocked or done.") var status: String?

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.client.names(of: company)
                desk.show(
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

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The ticket's number or id.") var ticket: String

        func run() async throws {
            try await options.withDesk { desk in
                let company = try await company.id(desk)
                let names = try await desk.client.names(of: company)
                let practice = try await desk.practiceWork(of: company)
                desk.show(try await desk.client.get(desk.ticketPath(ticket, of: company))) { ticket in
                    TicketCommand.lines(ticket, names, practice, desk)
                }
            }
        }
    }

    struct Comment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "comment", abstract: "Comment on a ticket.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The ticket's number or id.") var ticket: String
        @Argument(help: "What you have to say.") var text: String

        func run() async throws {
            try await options.withDesk { desk in
                let path = desk.ticketPath(ticket, of: try await company.id(desk), "comments")
                desk.show(try await desk.client.post(path, ["content": .string(text)])) { _ in ["Commented."] }
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "close", abstract: "Close a ticket.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The ticket's number or id.") var ticket: String

        func run() async throws {
            try await options.withDesk { desk in
                desk.show(try await desk.client.put(desk.ticketPath(ticket, of: try await company.id(desk), "closure"))) {
                    ["Closed #\($0.int("number"))."]
                }
            }
        }
    }

    struct Unblock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unblock", abstract: "Let a blocked ticket go on.")

        @OptionGroup var options: ClientOptions
        @OptionGroup var company: CompanyOption
        @Argument(help: "The ticket's number or id.") var ticket: String

        func run() async throws {
            try await options.withDesk { desk in
                desk.show(try await desk.client.delete(desk.ticketPath(ticket, of: try await company.id(desk), "block"))) {
                    ["#\($0.int("number")) goes on."]
                }
            }
        }
    }

    private static func lines(
        _ ticket: JSONValue, _ names: [String: String], _ practice: PracticeWork, _ desk: ClientDesk
    ) -> [String] {
        var lines = [
            "#\(ticket.int("number")) \(ticket.text("title"))",
            "\(desk.paint(ticket.text("status"), .state(ticket.text("status")))), \(ticket.text("priority")), \(names[ticket.text("assignee_id")] ?? "nobody")",
        ]
        if let reason = ticket["blocked_reason"]?.string { lines.append("blocked: \(SafeText.line(reason))") }
        if let text = ticket["description"]?.string, !text.isEmpty { lines += ["", SafeText.block(text)] }
        func section(_ title: String, _ key: String, _ line: (JSONValue) -> String) {
            let items = ticket[key]?.array ?? []
            if !items.isEmpty { lines += ["", desk.paint(title, .bold)] + items.map(line) }
        }
        section("Parts", "children") { "  #\($0.int("number")) \($0.text("status"))  \($0.text("title"))" }
        section("Files", "files") { file in
            "  \(file.text("original_name"))\(practice.mark(file))  \(Quantity.bytes(file.int("size_bytes")))  \(file.text("id"))"
        }
        section("Discussion", "messages") { message in
            let who = names[message.text("author_id")] ?? message.text("author_kind")
            return "  \(who)\(practice.mark(message)): \(message.text("content"))"
        }
        return lines
    }
}
