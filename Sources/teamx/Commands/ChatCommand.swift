import ArgumentParser
import Domain

/// `teamx chat`: a word with an employee, the answer as it is written.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk to an employee.",
        discussion: """
            Without a message it reads one line after the other. “-” takes the whole of standard input as one message.
            EXAMPLES:
              teamx chat ada "What is next?"
              git log -5 | teamx chat ada -
            """)

    @OptionGroup var options: ClientOptions
    @OptionGroup var company: CompanyOption
    @Argument(help: "An id, a name or a role.") var who: String
    @Argument(help: "What you have to say.") var message: String?

    func run() async throws {
        try await options.withDesk { desk in
            let company = try await company.id(desk)
            let employee = try await desk.employee(who, of: company)
            let thread = try await desk.client.post(.company(company, "employees", employee.text("id"), "thread")).text("id")
            let talk = Conversation(company: company, thread: thread, name: employee.text("name"))
            if let message {
                let text = message == "-" ? Self.standardInput() : message
                return try await talk.say(text, desk)
            }
            guard desk.console.terminal.inputIsTerminal else {
                throw CommandFailure.usage("Give a message, or “-” for standard input.")
            }
            desk.console.note("You are talking to \(employee.text("name")). An empty line ends it.")
            while true {
                desk.console.raw("> ")
                guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else { return }
                try await talk.say(line, desk)
            }
        }
    }

    private static func standardInput() -> String {
        var lines: [String] = []
        while let line = readLine(strippingNewline: false) { lines.append(line) }
        return lines.joined()
    }
}

/// A direct thread with one employee.
struct Conversation {
    let company: String
    let thread: String
    let name: String

    /// Sends a message and prints the answer as it comes.
    ///
    /// - Throws: ``CommandFailure`` with status 2 when there is no answer for good.
    func say(_ text: String, _ desk: ClientDesk) async throws {
        let before = try await desk.client.get(.company(company))["counts"]?.int("events") ?? 0
        let sent = try await desk.client.post(.company(company, "threads", thread, "messages"), ["content": .string(text)]).text(
            "id")
        var streamed = ""
        var answer: String?
        var failure: String?
        try await desk.client.follow(company, after: before) { item in
            switch item {
            case .token(let piece) where piece.threadID == thread:
                streamed += piece.text
                if desk.form == .table || desk.form == .tsv { desk.console.write(SafeText.block(piece.text)) }
            case .event(let event) where event.text("thread_id") == thread:
                switch event.type {
                case "message.persisted" where event.text("message_id") != sent && event.text("author_kind") != "user":
                    answer = event.text("message_id")
                case "work.completed": return .stop
                case "work.failed" where event.payload["will_retry"]?.bool != true:
                    failure = event.text("error") ?? ""
                    return .stop
                case "work.failed": desk.console.note("It failed and is tried again: \(SafeText.line(event.text("error") ?? ""))")
                default: break
                }
            default: break
            }
            return .on
        }
        if let failure { throw CommandFailure(.endedBadly, code: "failed", SafeText.line(failure)) }
        let messages = try await desk.client.get(.company(company, "threads", thread, "messages"))["items"]?.array ?? []
        let message = messages.first { $0["id"]?.string == answer }
        switch desk.form {
        case .json, .ndjson: desk.console.result((message ?? .null).description)
        case .ids: desk.console.result(answer ?? "")
        case .table, .tsv:
            // What was streamed is on the screen; what was not, as after a lost connection, is printed now.
            if streamed.isEmpty, let text = message?["content"]?.string { desk.console.write(SafeText.block(text)) }
            desk.console.write("\n")
        }
    }
}
