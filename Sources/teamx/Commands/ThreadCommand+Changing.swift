import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread rename`.
    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a group another name.")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "The new name.") var subject: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await thread.find(desk, of: company).text("id")
                let changed = try await desk.client.patch(.company(company, "threads", id), ["subject": .string(subject)])
                try desk.show(changed) { ["It is called \($0.text("subject")) now."] }
            }
        }
    }

    /// `teamx thread archive`.
    struct Archive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "archive", abstract: "Put a conversation away; nothing is written in it until it is taken up again.")

        @OptionGroup var thread: ThreadArgument
        @Flag(help: "Take it up again.") var undo = false
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let changed = try await desk.client.patch(
                    .company(company, "threads", found.text("id")), ["archived": .bool(!undo)])
                try desk.show(changed) { _ in ["\(ThreadName.of(found)) is \(undo ? "open again" : "archived")."] }
            }
        }
    }

    /// `teamx thread read`.
    struct Read: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read", abstract: "Print what you have not read of a conversation, and mark it as read.")

        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let found = try await thread.find(desk, of: company)
                let id = found.text("id")
                let unread = found.int("unread")
                let page = try await desk.client.messages(of: id, in: company, limit: max(1, unread))
                let screen = try await MessageScreen(company, desk)
                let shown = unread == 0 ? [] : page.items
                var body: JSONValue = [:]
                if let last = page.items.last?["id"] { body = ["message_id": last] }
                let mark = try await desk.client.put(.company(company, "threads", id, "read"), body)
                guard desk.form == .table || desk.form == .tsv else { return try desk.show(mark) { _ in [] } }
                if shown.isEmpty { return desk.console.note("Nothing is unread.") }
                screen.lines(shown).forEach(desk.console.result)
            }
        }
    }

    /// `teamx thread search`.
    struct Search: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search", abstract: "Find messages that hold all of the words, the newest first.",
            discussion: "EXAMPLE: teamx thread search opening hours --by noor")

        @Argument(help: "The words.") var words: [String]
        @Option(help: "Only what an employee wrote: an id, a name or a role.") var by: String?
        @Option(name: .customLong("in"), help: "Only in the conversation with this id.") var thread: String?
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var path = APIPath.company(company, "messages", "search").asking("q", words.joined(separator: " "))
                if let by { path = path.asking("author", try await desk.employee(by, of: company).text("id")) }
                if let thread {
                    path = path.asking(
                        "thread", try await desk.id(thread, in: .company(company, "threads"), kind: "conversation"))
                }
                let page = try await desk.client.get(path.asking("limit", "\(min(limit.limit, APIClient.pageSize))"))
                let items = (page["items"]?.array ?? []).map { match -> JSONValue in
                    guard case .object(var members) = match else { return match }
                    members["id"] = match["message"]?["id"]
                    return .object(members)
                }
                try desk.show(
                    items,
                    [
                        .init("WHO") { match in
                            match.text("author").isEmpty ? match["message"]?.text("author_kind") ?? "" : match.text("author")
                        },
                        .member("MESSAGE", "snippet"), .init("CONVERSATION") { $0["thread"]?.text("subject") ?? "" },
                        .init("THREAD", .whole) { $0["thread"]?.text("id") ?? "" },
                    ], empty: "No message holds all of these words.")
            }
        }
    }
}
