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
            commandName: "read", abstract: "Print what you have not read of a conversation, and mark it as read.",
            discussion: "From the first message on that is new to you, with what you said in between.")

        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await thread.find(desk, of: company).text("id")
                let messages = try await desk.client.unread(in: id, of: company)
                try await MessageScreen(company, desk).show(
                    APIClient.Page(items: messages, rest: .none), empty: "Nothing is unread.")
                if let last = messages.last { try await desk.markRead(last, in: id, of: company) }
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
        @Option(name: .customLong("in"), help: "Only in this conversation: its name, an employee, or its id or the end of it.")
        var thread: String?
        @OptionGroup var limit: ListLimit
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var path = APIPath.company(company, "messages", "search").asking("q", words.joined(separator: " "))
                if let by { path = path.asking("author", try await desk.employee(by, of: company).text("id")) }
                if let thread {
                    path = path.asking("thread", try await desk.thread(thread, of: company).text("id"))
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
                        .init("THREAD", .id) { $0["thread"]?.text("id") ?? "" },
                    ], empty: "No message holds all of these words.")
            }
        }
    }
}
