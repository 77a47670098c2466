import ArgumentParser
import Domain
import FoundationEssentials
import Logging
import Store

/// `teamx serve`: the server, in the foreground.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the server: the company's work, the API, the event stream.",
        discussion: """
            EXAMPLES:
              teamx serve
              teamx serve --data ~/companies --port 5000
            """)

    @Option(help: "The data directory.") var data: String?
    @OptionGroup var choices: ServerChoices
    @Option(help: "How much a commit waits for: full survives a power cut, normal only the end of the process.")
    var durability: SQLiteEngine.Durability = .full
    @Option(help: "How many employees work at the same time.") var slots: Int?
    @Flag(help: "Say more.") var verbose = false

    func validate() throws {
        if let slots, !(1...512).contains(slots) { throw ValidationError("--slots must be from 1 to 512.") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var options = choices.options(data: data ?? DataFolder.standard(environment: environment))
        options.durability = durability
        options.slots = slots
        let console = Console(Terminal(choice: .auto, environment: environment))
        let program = ServerProgram(options, logger: ServerLog.logger(verbose: verbose))
        do { try await serve(program, on: console) } catch {
            throw await PortInUse.explained(
                error, port: choices.port, hint: "Choose another with --port, or 0 for any that is free.")
        }
    }

    /// Runs the server, and greets whoever started it once it answers: only then can it be asked who plays the employees.
    private func serve(_ program: ServerProgram, on console: Console) async throws {
        let (ready, listening) = AsyncStream.makeStream(of: ServerReady.self, bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await program.run { listening.yield($0) }
            }
            group.addTask { for await server in ready { await greet(server, console) } }
            try await group.waitForAll()
        }
    }

    private func invitation(_ console: Console) -> CockpitInvitation {
        let environment = ProcessInfo.processInfo.environment
        return CockpitInvitation(opens: choices.opens, asJSON: choices.json, environment: environment, console: console)
    }

    /// Says where the server is, how it is stopped, and who plays the employees where nobody else does.
    private func greet(_ ready: ServerReady, _ console: Console) async {
        if choices.json {
            console.raw(SafeText.json(ready.json.description) + "\n")
            if choices.opens == true { invitation(console).show(ready, options: "") }
            return
        }
        console.note("Team-X is at \(ready.address), its data in \(ready.data)")
        let options = data == nil ? "" : " --data \(ShellWord.quoted(ready.data))"
        console.note("Stop it with Ctrl-C, or: teamx stop" + options)
        invitation(console).show(ready, options: options)
        let location = ServerLocation(address: ready.address, token: ready.token)
        // A server that does not answer by now is stopping.
        let health = try? await APIClient.with(location) { try await $0.get(APIPath("health"), timeout: .seconds(2)) }
        if health?["practice"]?.bool == true {
            console.sentence("No provider is set up: the practice model plays the employees (teamx help practice-model).")
        }
        guard choices.vectorExtension == nil else { return }
        ServerLog.logger(verbose: verbose).notice("sqlite-vec is left out; --vector-extension names its library.")
    }
}

extension ServerReady {
    /// What a program that started the server needs to find it and to show it; the token is in the data directory.
    fileprivate var json: JSONValue {
        [
            "address": .string(address), "cockpit": .string(CockpitAddress(server: address, code: giveCode()).description),
            "data": .string(data), "version": .string(Version.text),
        ]
    }
}

extension SQLiteEngine.Durability: ExpressibleByArgument {
    /// `full` or `normal`.
    public init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }

    /// As it is written on the command line.
    public var defaultValueDescription: String { rawValue.lowercased() }

    /// What may be written on the command line.
    public static var allValueStrings: [String] { ["full", "normal"] }
}
