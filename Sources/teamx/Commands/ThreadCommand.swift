import ArgumentParser
import Domain

/// `teamx thread`.
struct ThreadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thread", abstract: "See the company's conversations, and take part in them.",
        subcommands: [
            List.self, Show.self, Messages.self, Create.self, Post.self, Members.self, Add.self, Remove.self, Rename.self,
            Archive.self, Read.self, Search.self, Regenerate.self, Edit.self, Fork.self, Stop.self, Digest.self, Pin.self,
            Unpin.self, OrderPins.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List conversations, those with the latest messages first.", aliases: ["ls"])

        @Option(help: "Only dm, group, ticket, meeting or broadcast.") var kind: String?
        @Option(help: "Only those that an employee takes part in: an id, a name or a role.") var employee: String?
        @Flag(help: "Only those with something that you have not read.") var unread = false
        @Flag(help: "Those that are archived, instead of the others.") var archived = false
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var path = APIPath.company(company, "threads").asking("kind", kind)
                if let employee { path = path.asking("employee", try await desk.employee(employee, of: company).text("id")) }
                if unread { path = path.asking("unread", "true") }
                if archived { path = path.asking("archived", "true") }
                try desk.show(
                    try await desk.client.list(path, limit: limit.limit),
                    [
                        .init("CONVERSATION") { ThreadName.of($0) }, .member("KIND", "kind"),
                        .init("UNREAD", .number) { $0.int("unread") == 0 ? "" : "\($0.int("unread"))" },
                        .member("ID", "id", .id),
                    ],
                    empty: unread ? "Nothing is unread." : "No conversations. Begin one with: teamx chat ceo")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show who takes part in a conversation, and the latest messages.")

        @OptionGroup var limit: ListLimit
        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let page = try await desk.client.messages(of: found.text("id"), in: company, limit: limit.limit)
                let print = try await MessageScreen(company, desk)
                try desk.show(found) { found in
                    let state = found["archived_at"]?.serverNumber == nil ? "" : ", archived"
                    let name = WordWrap.lines(ThreadName.of(found), width: desk.width).map { desk.paint($0, .bold) }
                    return name + [found.text("kind") + state]
                        + ThreadName.members(of: found, desk) + [""] + print.lines(page.items)
                }
                if desk.isForPeople { desk.remark(on: page) }
            }
        }
    }

    struct Messages: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "messages", abstract: "Print the latest messages of a conversation, the oldest of them first.")

        @OptionGroup var limit: ListLimit
        @Option(help: "Only those before this message, named by its id or the end of it.") var before: String?
        @Flag(help: "Also what others have taken the place of.") var superseded = false
        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                var place: String?
                if let before { place = try await path.message(before, desk) }
                let page = try await desk.client.messages(
                    of: path.thread, in: company, before: place, superseded: superseded, limit: limit.limit)
                try await MessageScreen(company, desk).show(page, empty: "No messages.")
            }
        }
    }
}
