import ArgumentParser
import Domain

extension ThreadCommand {
    /// The conversation that a command is about.
    struct Place: ParsableArguments {
        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String

        func path(_ desk: ClientDesk, in company: String) async throws -> ThreadPath {
            let id = try await desk.id(thread, in: .company(company, "threads"), kind: "conversation")
            return ThreadPath(company: company, thread: id)
        }
    }

    /// Where a conversation and its messages are.
    struct ThreadPath: Sendable {
        let company: String
        let thread: String

        func callAsFunction(_ parts: String...) -> APIPath { .company(company, parts: ["threads", thread] + parts) }

        /// - Throws: ``CommandFailure`` when there is no such message.
        func lastMessage(_ desk: ClientDesk, where isMeant: (JSONValue) -> Bool = { _ in true }) async throws -> String {
            let messages = try await desk.client.get(self("messages").asking("limit", "500"))["items"]?.array ?? []
            guard let message = messages.last(where: isMeant) else {
                throw CommandFailure.notFound("There is no such message in the conversation.")
            }
            return message.text("id")
        }
    }

    /// `teamx thread regenerate`.
    struct Regenerate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "regenerate", abstract: "Ask for another answer in place of the last one; the old one is kept aside.")

        @OptionGroup var place: Place
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await place.path(desk, in: company)
                let message = try await path.lastMessage(desk)
                try desk.show(try await desk.client.post(path("messages", message, "regenerate"))) { _ in
                    ["Asked for another answer."]
                }
            }
        }
    }

    /// `teamx thread edit`.
    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Put other words in the place of a message of yours, and send them.",
            discussion: "What came after it is kept aside: teamx thread messages ID --superseded")

        @OptionGroup var place: Place
        @Argument(help: "What you have to say instead.") var words: String
        @Option(help: "The id of the message; your last one otherwise.") var message: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await place.path(desk, in: company)
                var id = message
                if id == nil {
                    id = try await path.lastMessage(desk) { $0.text("author_kind") == AuthorKind.user.rawValue }
                }
                let sent = try await desk.client.put(path("messages", id ?? ""), ["content": .string(words)])
                try desk.show(sent) { _ in ["Sent in its place."] }
            }
        }
    }

    /// `teamx thread fork`.
    struct Fork: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fork", abstract: "Open a conversation that begins like this one, up to a message.")

        @OptionGroup var place: Place
        @Option(help: "The id of the last message that they share; the last there is otherwise.") var at: String?
        @Option(help: "What the new one is about.") var subject: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await place.path(desk, in: company)
                var id = at
                if id == nil { id = try await path.lastMessage(desk) }
                var body: [String: JSONValue] = ["message_id": .string(id ?? "")]
                if let subject { body["subject"] = .string(subject) }
                let fork = try await desk.client.deliver(path("fork"), .object(body), key: desk.newKey())
                try desk.made(
                    fork, "Opened the conversation \(fork.text("id")).", next: "thread messages \(fork.text("id"))")
            }
        }
    }

    /// `teamx thread stop`.
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop", abstract: "End all that goes on in a conversation, and take back what waits.")

        @OptionGroup var place: Place
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await place.path(desk, in: company)
                try desk.show(try await desk.client.post(path("stop"))) { [StoppedWork.sentence("The conversation", $0)] }
            }
        }
    }
}
