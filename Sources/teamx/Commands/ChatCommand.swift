import ArgumentParser
import Domain
import NIOPosix

/// `teamx chat`: a word with an employee, the answer as it is written.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk to an employee.",
        discussion: """
            Without a message it takes one line after the other, from a terminal or a pipe. \
            “-” takes the whole of standard input as one message. Ctrl-C ends an answer and \
            keeps what was said by then; a second one leaves at once.

            EXAMPLES:
              teamx chat ada "What is next?"
              teamx chat ada "Read this, please" --attach notes.md
              git log -5 | teamx chat ada -
            """)

    @Argument(help: "An id, a name or a role.") var who: String
    @Argument(help: "What you have to say.") var message: String?
    @OptionGroup var attachment: AttachmentOption
    @OptionGroup var time: TimeLimit
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let employee = try await desk.employee(who, of: company)
            let thread = try await desk.client.post(.company(company, "employees", employee.text("id"), "thread")).text("id")
            let talk = Conversation(
                company: company, thread: thread, name: employee.text("name"), employee: employee.text("id"), limit: time.limit)
            if let message {
                let text = message == "-" ? try await Self.standardInput() : message
                let files = try await attachment.ids(desk, of: company)
                return try await talk.say(text, files: files, desk)
            }
            guard attachment.attach.isEmpty else { throw CommandFailure.usage("A file goes with a message: give one.") }
            guard desk.console.terminal.inputIsTerminal else { return try await Self.talk(talk, desk) }
            desk.console.note("You are talking to \(employee.text("name")). An empty line ends it.")
            while true {
                desk.console.prompt("> ")
                guard let line = try await Self.line(), !line.allSatisfy(\.isWhitespace) else { return }
                do { try await talk.say(line, desk) } catch let failure as CommandFailure {
                    failure.report(on: desk.console, asJSON: false)  // the next message may fare better
                }
            }
        }
    }

    /// Says the lines of a pipe, one after the other; the first that has no answer ends it.
    private static func talk(_ talk: Conversation, _ desk: ClientDesk) async throws {
        while let line = try await line() {
            if line.allSatisfy(\.isWhitespace) { continue }
            try await talk.say(line, desk)
        }
    }

    /// A line of standard input, read where waiting for it holds up nothing.
    private static func line() async throws -> String? {
        try await NIOThreadPool.singleton.runIfActive { readLine() }
    }

    private static func standardInput() async throws -> String {
        try await NIOThreadPool.singleton.runIfActive {
            var lines: [String] = []
            while let line = readLine(strippingNewline: false) { lines.append(line) }
            return lines.joined()
        }
    }
}
