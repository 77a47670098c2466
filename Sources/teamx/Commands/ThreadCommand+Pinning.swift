import ArgumentParser
import Domain

extension ThreadCommand {
    /// `teamx thread pin`.
    struct Pin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pin", abstract: "Pin a fact, so that every turn in a conversation is told of it.")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "The fact, in a sentence.") var fact: String
        @Option(help: "The message that says it, by its id or the end of it.") var message: String?
        @Option(help: "A pinned fact that this one takes the place of, by its id or the end of it.") var replacing: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                let pinned: JSONValue
                if let replacing {
                    let old = try await path.fact(replacing, desk)
                    pinned = try await desk.client.put(path("digest", "facts", old), ["fact": .string(fact)])
                } else {
                    var body: [String: JSONValue] = ["fact": .string(fact)]
                    if let message { body["source_message_id"] = .string(try await path.message(message, desk)) }
                    pinned = try await desk.client.post(path("digest", "facts"), .object(body))
                }
                try desk.made(
                    pinned, "Pinned as \(ShortID.of(pinned.text("id"))).",
                    next: "thread digest \(ShellWord.quoted(thread.thread))")
            }
        }
    }

    /// `teamx thread unpin`.
    struct Unpin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unpin", abstract: "Unpin a fact of a conversation.")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "The fact's id, or its last six characters or more.") var fact: String
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                let id = try await path.fact(fact, desk)
                try desk.show(try await desk.client.delete(path("digest", "facts", id))) { _ in ["Unpinned."] }
            }
        }
    }

    /// `teamx thread order-pins`.
    struct OrderPins: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "order-pins", abstract: "Put pinned facts of a conversation first, in the order named.")

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "The facts' ids, or the ends of them; the others follow as they were.") var facts: [String]
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let path = try await thread.path(desk, in: company)
                var ids: [JSONValue] = []
                for fact in facts { ids.append(.string(try await path.fact(fact, desk))) }
                let digest = try await desk.client.put(path("digest", "facts"), ["ids": .array(ids)])
                try desk.show(digest) { digest in
                    desk.rows(digest["pinned_facts"]?.array ?? [], [.member("FACT", "fact"), .member("ID", "id", .id)])
                }
            }
        }
    }
}
