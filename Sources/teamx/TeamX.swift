import ArgumentParser
import FoundationEssentials

/// The program: every command, and the one place where errors become words and exit codes.
@main
struct TeamX: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teamx", abstract: "Run an AI company, not a prompt.",
        discussion: "Begin with: teamx demo", version: Version.text,
        subcommands: [
            DemoCommand.self, ServeCommand.self, OpenCommand.self, StatusCommand.self, StopCommand.self,
            CompanyCommand.self, HireCommand.self,
            EmployeeCommand.self, OrgCommand.self, RoleCommand.self, GoalCommand.self, TicketCommand.self,
            ProjectCommand.self, ChatCommand.self, ThreadCommand.self, BroadcastCommand.self, InboxCommand.self,
            QuestionCommand.self, MeetingCommand.self,
            RoutineCommand.self, ScheduleCommand.self,
            QueueCommand.self, ExplainCommand.self, RunCommand.self, CheckpointCommand.self, ContextCommand.self,
            FileCommand.self, SearchCommand.self, BudgetCommand.self, ProviderCommand.self, KeyCommand.self, PricesCommand.self,
            UsageCommand.self, SettingsCommand.self,
            EventsCommand.self, DoctorCommand.self,
            VerifyCommand.self,
            DatabaseCommand.self, VersionCommand.self,
            SignPack.self,
        ])

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let request = HelpRequest(arguments) { return print(try request.text()) }
            let finding = CommandTree.find(arguments)
            if let stranger = finding.stranger { throw CommandFailure(stranger) }
            var command = try parseAsRoot(finding.words)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error, arguments)
        }
    }

    /// Says what went wrong, in the form that was asked for, and ends the process with its status.
    private static func end(with error: any Error, _ arguments: [String]) -> Never {
        let environment = ProcessInfo.processInfo.environment
        let folder = FileManager.default.currentDirectoryPath
        let preferences = try? Preferences(environment: environment, folder: folder)  // what is wrong with it was said before
        let asJSON = OutputForm.wantsJSON(
            arguments, environment: environment, preferred: preferences?[.output]?.value)
        let command = CommandTree.find(arguments).path.joined(separator: " ")
        guard let failure = CommandFailure(cause: error) ?? CommandFailure(parsing: error, of: command) else {
            guard exitCode(for: error) == .success else { exit(withError: error) }
            print(UsageLine.wrapped(fullMessage(for: error)))
            exit(withError: ExitCode.success)
        }
        failure.report(on: Console(Terminal(choice: .auto, environment: environment)), asJSON: asJSON)
        exit(withError: ExitCode(failure.status.rawValue))
    }
}
