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
    @OptionGroup var choices: ServerChoices
    @Flag(help: "Stop the server when the work is done.") var exitWhenDone = false
    @Option(help: "The address of an OpenAI-compatible server, up to /v1.") var providerUrl: String?
    @Option(help: "The model to ask there.") var model: String?
    @Option(help: "The environment variable that holds its key.") var apiKeyEnv: String?
    @Option(help: "auto, always or never.") var color: ColourChoice = .auto

    func validate() throws {
        guard !goal.allSatisfy(\.isWhitespace) else { throw ValidationError("--goal must not be empty.") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let console = Console(Terminal(choice: color, environment: environment))
        let model = try DemoModel.choose(url: providerUrl, model: model, keyVariable: apiKeyEnv, environment: environment)
        let data = try data ?? TemporaryFolder.make("team-x-demo")
        let show = DemoShow(goal: goal, exitWhenDone: exitWhenDone, asJSON: choices.json, console: console, model: model)
        let program = ServerProgram(choices.options(data: data), logger: ServerLog.logger(verbose: false))
        let ending = try await show.run(program)
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
