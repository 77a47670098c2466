import ArgumentParser
import FoundationEssentials

/// The program: every command, and the one place where errors become words and exit codes.
@main
struct TeamX: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teamx", abstract: "Run an AI company, not a prompt.",
        discussion: """
            Begin with:  teamx demo
            Exit codes:  \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: " · "))
            """, version: Version.text,
        subcommands: [
            DemoCommand.self, ServeCommand.self, StatusCommand.self, StopCommand.self, CompanyCommand.self, HireCommand.self,
            EmployeeCommand.self, OrgCommand.self, RoleCommand.self, GoalCommand.self, TicketCommand.self, ChatCommand.self,
            ThreadCommand.self, QuestionCommand.self, QueueCommand.self, RunCommand.self, FileCommand.self,
            ProviderCommand.self, EventsCommand.self, VerifyCommand.self, DatabaseCommand.self, VersionCommand.self,
            SignPack.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let environment = ProcessInfo.processInfo.environment
            let asJSON = OutputForm.wantsJSON(CommandLine.arguments, environment: environment)
            guard let failure = CommandFailure(cause: error) ?? (asJSON ? CommandFailure(parsing: error) : nil) else {
                exit(withError: error)
            }
            failure.report(on: Console(Terminal(choice: .auto, environment: environment)), asJSON: asJSON)
            exit(withError: ExitCode(failure.status.rawValue))
        }
    }
}
