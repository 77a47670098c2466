import ArgumentParser
import Domain

/// `teamx thread`.
struct ThreadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thread", abstract: "Read the company's conversations, and take them another way.",
        subcommands: [List.self, Messages.self, Regenerate.self, Edit.self, Fork.self, Stop.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List conversations, those with the latest messages first.", aliases: ["ls"])

        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk { desk in
                let path = APIPath.company(try await company.id(desk), "threads")
                try desk.show(
                    try await desk.client.list(path, limit: limit.limit),
                    [.member("SUBJECT", "subject"), .member("KIND", "kind"), .member("ID", "id", .whole)],
                    empty: "No conversations. Begin one with: teamx chat ceo")
            }
        }
    }

    struct Messages: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "messages", abstract: "Print the latest messages of a conversation, the oldest of them first.",
            aliases: ["show"])

        @OptionGroup var limit: ListLimit
        @Flag(help: "Also what others have taken the place of.") var superseded = false
        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let threads = APIPath.company(company, "threads")
                let thread = try await desk.id(thread, in: threads, kind: "conversation")
                let path = APIPath.company(company, "threads", thread, "messages")
                let page = try await desk.client.list(
                    path.asking("superseded", superseded ? "true" : nil), limit: limit.limit)
                let names = try await desk.client.names(of: company)
                let practice = try await desk.practiceWork(of: company)
                let who = { @Sendable (message: JSONValue) in
                    let name = names[message.text("author_id")]
                    return
                        (name ?? (message.text("author_kind") == AuthorKind.user.rawValue ? "You" : message.text("author_kind")))
                        + practice.mark(message)
                }
                guard desk.form == .table else {
                    return try desk.show(page, [.init("WHO") { who($0) }, .member("MESSAGE", "content")], empty: "No messages.")
                }
                if page.items.isEmpty { desk.console.note("No messages.") }
                for message in page.items {
                    desk.console.result(desk.paint(who(message), .bold))
                    let text = SafeText.block(message["content"]?.string ?? "")
                    for line in WordWrap.lines(text, width: desk.width) + [""] { desk.console.result(line) }
                }
                desk.remark(on: page)
            }
        }
    }
}
