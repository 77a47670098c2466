import ArgumentParser
import Domain
import FoundationEssentials
import Logging

/// `teamx demo`: a company from nothing to its goal, in front of one's eyes.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Found a company, set it a goal, and watch it work.",
        discussion: """
            Without a key or an address of a model the built-in practice model plays the employees.
            Run with the same --data again it goes on where it stood.
            EXAMPLES:
              teamx demo
              teamx demo --goal "Open a repair café in March"
              teamx demo --provider-url http://127.0.0.1:11434/v1 --model qwen2.5:7b
            """)

    @Option(help: "The goal.") var goal: String = DemoTeam.goal
    @Option(help: "The data directory; a new one for each demo otherwise.") var data: String?
    @Option(help: "The port on 127.0.0.1; 0 for any that is free.") var port = 4870
    @Flag(help: "Stop the server when the work is done.") var exitWhenDone = false
    @Option(help: "The address of an OpenAI-compatible server, up to /v1.") var providerUrl: String?
    @Option(help: "The model to ask there.") var model: String?
    @Option(help: "The environment variable that holds its key.") var apiKeyEnv: String?
    @Option(help: "auto, always or never.") var color: ColourChoice = .auto
    @Option(help: ArgumentHelp("Milliseconds between two pieces of the practice model's answers.", visibility: .hidden))
    var practicePace = 90

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
        guard !goal.allSatisfy(\.isWhitespace) else { throw ValidationError("--goal must not be empty.") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let console = Console(Terminal(choice: color, environment: environment))
        let model = try DemoModel.choose(url: providerUrl, model: model, keyVariable: apiKeyEnv, environment: environment)
        let data =
            data
            ?? FileManager.default.temporaryDirectory.appending(path: "team-x-demo-\(ProcessInfo.processInfo.processIdentifier)")
            .path()
        var options = ServerOptions(data: data, port: port)
        options.practicePace = .milliseconds(max(0, practicePace))
        let show = DemoShow(goal: goal, exitWhenDone: exitWhenDone, console: console, model: model)
        let ending = try await show.run(ServerProgram(options, logger: ServerLog.logger(verbose: false)))
        console.note("The server has stopped. Its data is in \(data)")
        switch ending {
        case .reached: break
        case .stuck: if exitWhenDone { throw ExitCode(ExitStatus.endedBadly.rawValue) }
        case .interrupted:
            let own = goal == DemoTeam.goal ? "" : " --goal \(ShellWord.quoted(goal))"
            let program = ShellWord.quoted(CommandLine.arguments.first ?? "teamx")
            console.note("Go on with: \(program) demo --data \(ShellWord.quoted(data))\(own)")
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
    }
}
