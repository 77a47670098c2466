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

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                var body: [String: JSONValue] = ["kind": .string(kind)]
                var people = words
                if kind == ThreadKind.group.rawValue || kind == ThreadKind.broadcast.rawValue, !people.isEmpty {
                    body["subject"] = .string(people.removeFirst())
                }
                if let ticket { body["ticket_id"] = .string(ticket.hasPrefix("#") ? String(ticket.dropFirst()) : ticket) }
                if !people.isEmpty {
                    let employees = try await desk.client.list(.company(company, "employees")).items
                    body["employee_ids"] = .array(
                        try people.map { .string(try ClientDesk.employee($0, among: employees).text("id")) })
                }
                let opened = try await desk.client.post(.company(company, "threads"), .object(body), key: desk.newKey())
                let thread = try await desk.client.get(.company(company, "threads", opened.text("id")))
                try desk.made(
                    thread, "The conversation is open: \(ThreadName.of(thread)).",
                    next: "thread post \(thread.text("id")) \"…\"")
            }
        }
    }

    /// `teamx thread post`.
    struct Post: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "post", abstract: "Write in a conversation; a name with an @ calls on somebody.",
            discussion: "EXAMPLE: teamx thread post Launch \"@Noor, is the text ready?\" --attach plan.md", aliases: ["say"])

        @OptionGroup var thread: ThreadArgument
        @Argument(help: "What you have to say.") var text: String
        @Option(help: "A file of the company, by its id or name; may be given several times.") var attach: [String] = []
        @Option(help: "The id of the message that you answer; whoever wrote it is called on.") var replyTo: String?
        @OptionGroup var company: CompanyOption
        @OptionGroup var options: ClientOptions

        func run() async throws {
            try await options.withDesk(in: company) { desk, company in
                let id = try await thread.find(desk, of: company).text("id")
                try await desk.post(text, attaching: attach, answering: replyTo, to: id, of: company)
            }
        }
    }
}

/// `teamx broadcast`.
struct BroadcastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadcast", abstract: "Tell everybody something; only those answer whom it names with an @.",
        discussion: "EXAMPLE: teamx broadcast \"We open on Monday. @Noor, please write the invitation.\"")

    @Argument(help: "What you have to say.") var text: String
    @Option(help: "The name of the thread; “Announcements” otherwise.") var subject: String?
    @Option(help: "A file of the company, by its id or name; may be given several times.") var attach: [String] = []
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            var body: [String: JSONValue] = ["kind": .string(ThreadKind.broadcast.rawValue)]
            if let subject { body["subject"] = .string(subject) }
            let thread = try await desk.client.post(.company(company, "threads"), .object(body))
            try await desk.post(text, attaching: attach, to: thread.text("id"), of: company)
        }
    }
}

extension ClientDesk {
    /// Writes a message and says who sets about an answer.
    fileprivate func post(
        _ text: String, attaching names: [String], answering parent: String? = nil, to thread: String, of company: String
    ) async throws {
        var body: [String: JSONValue] = ["content": .string(text)]
        if let parent { body["reply_to"] = .string(parent) }
        var files: [JSONValue] = []
        for name in names { files.append(.string(try await file(name, of: company).text("id"))) }
        if !files.isEmpty { body["file_ids"] = .array(files) }
        let message = try await client.deliver(
            .company(company, "threads", thread, "messages"), .object(body), key: newKey())
        if isQuiet, form != .json { return console.result(message.text("id")) }
        guard isForPeople else { return try show(message) { _ in [] } }
        let queue = try await client.list(.company(company, "queue")).items
        let names = try await client.names(of: company)
        let woken = queue.filter { $0["trigger_id"] == message["id"] }.compactMap { names[$0.text("agent_id")] }
        try show(message) { _ in
            [
                woken.isEmpty
                    ? "Sent." : "Sent; \(woken.joined(separator: ", ")) set\(woken.count == 1 ? "s" : "") about an answer."
            ]
        }
    }
}
