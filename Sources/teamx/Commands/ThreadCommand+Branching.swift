import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread regenerate`.
    struct Regenerate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "regenerate", abstract: "Ask for another answer in place of the last one; the old one is kept aside.")

        @OptionGroup var thread: ThreadArgument
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                let message = try await path.lastMessage(desk)
                let before = try await desk.client.lastEvent(of: company)
                let asked = try await desk.client.post(path("messages", message, "regenerate"))
                try await desk.tellAnswer(to: asked, "Asked for another answer", in: path, since: before, waiting)
            }
        }
    }

    /// `teamx thread edit`.
    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Put other words in the place of a message of yours, and send them.",
            discussion: "What came after it is kept aside: teamx thread messages NAME --superseded")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "What you have to say instead.") var words: String
        @Option(help: "The message, by its id or the end of it; your last one otherwise.") var message: String?
        @OptionGroup var waiting: WaitChoice
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                let id =
                    if let message {
                        try await path.message(message, desk)
                    } else {
                        try await path.lastMessage(desk) { $0.text("author_kind") == AuthorKind.user.rawValue }
                    }
                let before = try await desk.client.lastEvent(of: company)
                let sent = try await desk.client.put(path("messages", id), ["content": .string(words)])
                try await desk.tellAnswer(to: sent, "Sent in its place", in: path, since: before, waiting)
            }
        }
    }

    /// `teamx thread fork`.
    struct Fork: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fork", abstract: "Open a conversation that begins like this one, up to a message.")

        @OptionGroup var thread: ThreadArgument
        @Option(help: "The last message that they share, by its id or the end of it; the last there is otherwise.") var at:
            String?
        @Option(help: "What the new one is about.") var subject: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                let id = if let at { try await path.message(at, desk) } else { try await path.lastMessage(desk) }
                var body: [String: JSONValue] = ["message_id": .string(id)]
                if let subject { body["subject"] = .string(subject) }
                let fork = try await desk.client.deliver(path("fork"), .object(body), key: desk.newKey())
                try desk.made(
                    fork, "Opened the conversation \(ShortID.of(fork.text("id"))).",
                    next: "thread messages \(ShortID.of(fork.text("id")))")
            }
        }
    }

    /// `teamx thread stop`.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop", abstract: "End all that goes on in a conversation, and take back what waits.")

        @OptionGroup var thread: ThreadArgument
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                try desk.show(try await desk.client.post(path("stop"))) { [StoppedWork.sentence("The conversation", $0)] }
            }
        }
    }
}
