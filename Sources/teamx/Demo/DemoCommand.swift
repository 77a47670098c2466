import ArgumentParser
import Domain
import FoundationEssentials
import Logging
import Web

/// `teamx demo`: a company from nothing to its goal, in front of one's eyes.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Found a company, set it a goal, and watch it work.",
        discussion: """
            Without a key or an address of a model the built-in practice model plays the employees.
            Run with the same --data again it goes on where it stood, with the company's own model and goal.
            EXAMPLES:
              teamx demo
              teamx demo --goal "Open a repair café in March"
              teamx demo --provider-url http://127.0.0.1:11434/v1 --model qwen2.5:7b
            """)

    @Option(help: "The goal; the one that the company has, or one of our own, otherwise.") var goal: String?
    @Option(help: "The data directory; a new one for each demo otherwise.") var data: String?
    @OptionGroup var choices: ServerChoices
    @Flag(help: "Stop the server when the work is done.") var exitWhenDone = false
    @Option(help: "The address of an OpenAI-compatible server, up to /v1.") var providerUrl: String?
    @Option(help: "The model to ask there.") var model: String?
    @Option(help: "The environment variable that holds its key.") var apiKeyEnv: String?
    @Option(help: "auto, always or never.") var color: ColourChoice = .auto

    func validate() throws {
        guard goal?.allSatisfy(\.isWhitespace) != true else { throw ValidationError("--goal must not be empty.") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let console = Console(Terminal(choice: color, environment: environment))
        let model = try DemoModel.choose(url: providerUrl, model: model, keyVariable: apiKeyEnv, environment: environment)
        let made = try data == nil ? TemporaryFolder.make("team-x-demo") : nil
        let data = data ?? made ?? ""
        let invitation = CockpitInvitation(
            opens: choices.opens ?? (exitWhenDone ? false : nil), asJSON: choices.json, environment: environment, console: console
        )
        let show = DemoShow(
            goal: goal, exitWhenDone: exitWhenDone, asJSON: choices.json, console: console, model: model, invitation: invitation)
        let program = ServerProgram(choices.options(data: data), logger: ServerLog.logger(verbose: false))
        let ending: DemoShow.Ending
        do { ending = try await show.run(program) } catch {
            if error is WebServer.CannotListen, let made { try? FileManager.default.removeItem(atPath: made) }  // ours, and empty
            let other = choices.port < 65535 ? choices.port + 1 : 0
            throw await PortInUse.explained(
                error, port: choices.port, hint: "Choose another: --port \(other), or with make: make demo PORT=\(other)")
        }
        console.note("The server has stopped. Its data is in \(data)")
        switch ending {
        case .reached: break
        case .stuck: if exitWhenDone { throw ExitCode(ExitStatus.endedBadly.rawValue) }
        case .interrupted:
            console.note("Go on with: \(again(data))")
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
    }

    /// The command that goes on where this one stopped; the company knows its model by then.
    private func again(_ data: String) -> String {
        var words = [CommandLine.arguments.first ?? "teamx", "demo", "--data", data]
        if choices.port != ServerChoices.usualPort { words += ["--port", "\(choices.port)"] }
        if let goal { words += ["--goal", goal] }
        if let path = choices.vectorExtension { words += ["--vector-extension", path] }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }
}
