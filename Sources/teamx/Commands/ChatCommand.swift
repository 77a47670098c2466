import ArgumentParser
import Domain
import NIOPosix

/// `teamx chat`: a word with an employee, the answer as it is written.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Talk to an employee.",
        discussion: """
            Without a message it reads one line after the other. “-” takes the whole of standard input as one message.
            Ctrl-C ends an answer and keeps what was said by then; a second one leaves at once.
            EXAMPLES:
              teamx chat ada "What is next?"
              git log -5 | teamx chat ada -
            """)

    @Argument(help: "An id, a name or a role.") var who: String
    @Argument(help: "What you have to say.") var message: String?
    @OptionGroup var company: CompanyOption
    @OptionGroup var options: ClientOptions

    func run() async throws {
        try await options.withDesk(in: company) { desk, company in
            let employee = try await desk.employee(who, of: company)
            let thread = try await desk.client.post(.company(company, "employees", employee.text("id"), "thread")).text("id")
            let talk = Conversation(
                company: company, thread: thread, name: employee.text("name"), employee: employee.text("id"))
            if let message {
                let text = message == "-" ? try await Self.standardInput() : message
                return try await talk.say(text, desk)
            }
            guard desk.console.terminal.inputIsTerminal else {
                throw CommandFailure.usage("Give a message, or “-” for standard input.")
            }
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
