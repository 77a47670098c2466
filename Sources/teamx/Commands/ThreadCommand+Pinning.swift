import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread pin`.
    struct Pin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pin", abstract: "Pin a fact, so that every turn in a conversation is told of it.")

        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @Argument(help: "The fact, in a sentence.") var fact: String
        @Option(help: "The id of the message that says it.") var message: String?
        @Option(help: "The id of a pinned fact that this one takes the place of.") var replacing: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let pinned: JSONValue
                if let replacing {
                    let path = try await desk.digest(of: thread, in: company, "facts", replacing)
                    pinned = try await desk.client.put(path, ["fact": .string(fact)])
                } else {
                    var body: [String: JSONValue] = ["fact": .string(fact)]
                    if let message { body["source_message_id"] = .string(message) }
                    let path = try await desk.digest(of: thread, in: company, "facts")
                    pinned = try await desk.client.post(path, .object(body))
                }
                try desk.made(pinned, "Pinned as \(pinned.text("id")).", next: "thread digest \(thread)")
            }
        }
    }

    /// `teamx thread unpin`.
    struct Unpin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unpin", abstract: "Unpin a fact of a conversation.")

        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @Argument(help: "The fact's id.") var fact: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.digest(of: thread, in: company, "facts", fact)
                try desk.show(try await desk.client.delete(path)) { _ in ["Unpinned."] }
            }
        }
    }

    /// `teamx thread order-pins`.
    struct OrderPins: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "order-pins", abstract: "Put pinned facts of a conversation first, in the order named.")

        @Argument(help: "The conversation's id, or the first six characters of it or more.") var thread: String
        @Argument(help: "The facts' ids; the others follow as they were.") var facts: [String]
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await desk.digest(of: thread, in: company, "facts")
                let digest = try await desk.client.put(path, ["ids": .array(facts.map { .string($0) })])
                try desk.show(digest) { digest in
                    desk.rows(digest["pinned_facts"]?.array ?? [], [.member("FACT", "fact"), .member("ID", "id", .whole)])
                }
            }
        }
    }
}
