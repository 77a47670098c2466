import ArgumentParser
import Domain
import FoundationEssentials

extension ThreadCommand {
    /// `teamx thread create`.
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Open a group, or another kind of conversation.",
            discussion: """
                EXAMPLES:
                  teamx thread create "Launch" ada noor
                  teamx thread create --kind dm ada noor
                """)

        @Argument(help: "What it is called, for a group or a broadcast; then who takes part: ids, names or roles.")
        var words: [String] = []
        @Option(help: "group, dm, broadcast or ticket.") var kind = "group"
        @Option(help: "The ticket's number or id, for the kind ticket.") var ticket: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func validate() throws {
            let kinds: [ThreadKind] = [.group, .dm, .broadcast, .ticket]
            guard let known = ThreadKind(rawValue: kind), kinds.contains(known) else {
                throw ValidationError("--kind must be one of: \(kinds.map(\.rawValue).joined(separator: ", ")).")
            }
            if known == .group, words.count < 2 { throw ValidationError("Say what it is called, and then who takes part.") }
            if known == .dm, words.isEmpty { throw ValidationError("Say who takes part.") }
            if known == .ticket, ticket == nil { throw ValidationError("Say which ticket it is about, with --ticket.") }
        }

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                try await refuseSecond(desk, of: company)
                var body: [String: JSONValue] = ["kind": .string(kind)]
                var people = words
                if kind == ThreadKind.group.rawValue || kind == ThreadKind.broadcast.rawValue, !people.isEmpty {
                    body["subject"] = .string(people.removeFirst())
                }
                if let ticket { body["ticket_id"] = .string(ticket.hasPrefix("#") ? String(ticket.dropFirst()) : ticket) }
                if !people.isEmpty {
                    var ids: [JSONValue] = []
                    for person in people { ids.append(.string(try await desk.colleague(person, of: company).text("id"))) }
                    body["employee_ids"] = .array(ids)
                }
                let opened = try await desk.client.post(.company(company, "threads"), .object(body), key: desk.newKey())
                let thread = try await desk.client.get(.company(company, "threads", opened.text("id")))
                try desk.made(
                    thread, "The conversation is open: \(ThreadName.of(thread)).",
                    next: "thread post \(ShortID.of(thread.text("id"))) \"…\"")
            }
        }

        /// Two groups of one name could not be told apart by it.
        private func refuseSecond(_ desk: ClientDesk, of company: String) async throws {
            guard kind == ThreadKind.group.rawValue, let name = words.first else { return }
            let groups = try await desk.client.list(APIPath.company(company, "threads").asking("kind", kind)).items
            guard let other = groups.first(where: { $0.text("subject").lowercased() == name.lowercased() }) else { return }
            throw CommandFailure(
                .conflict, code: "exists", "There is a group “\(name)” already.",
                hint: "Write in it with: \(desk.command("thread post \(ShortID.of(other.text("id"))) \"…\""))")
        }
    }

    /// `teamx thread post`.
    struct Post: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "post", abstract: "Write in a conversation; a name with an @ calls on somebody.",
            discussion: "EXAMPLE: teamx thread post Launch \"@Noor, is the text ready?\" --attach plan.md", aliases: ["say"])

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "What you have to say.") var text: String
        @OptionGroup var attachment: AttachmentOption
        @OptionGroup var waiting: WaitChoice
        @Option(help: "The message that you answer, by its id or the end of it; whoever wrote it is called on.")
        var replyTo: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await thread.find(desk, of: company).text("id")
                let files = try await attachment.ids(desk, of: company)
                var parent: String?
                if let replyTo { parent = try await ThreadPath(company: company, thread: id).message(replyTo, desk) }
                try await desk.post(text, attaching: files, answering: parent, to: id, of: company, waiting: waiting)
            }
        }
    }
}

/// `teamx broadcast`.
struct BroadcastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadcast", abstract: "Tell everybody something; only those answer whom it names with an @.",
        discussion: """
            Answers come in the conversations of two.

            EXAMPLE: teamx broadcast "We open on Monday. @Noor, write the invitation."
            """)

    @Argument(help: "What you have to say.") var text: String
    @Option(help: "The name of the thread; “Announcements” otherwise.") var subject: String?
    @OptionGroup var attachment: AttachmentOption
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            var body: [String: JSONValue] = ["kind": .string(ThreadKind.broadcast.rawValue)]
            if let subject { body["subject"] = .string(subject) }
            let thread = try await desk.client.post(.company(company, "threads"), .object(body))
            let files = try await attachment.ids(desk, of: company)
            try await desk.post(text, attaching: files, to: thread.text("id"), of: company)
        }
    }
}
