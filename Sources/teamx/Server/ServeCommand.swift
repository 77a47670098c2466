import ArgumentParser
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
    @Option(help: "The port on 127.0.0.1; 0 for any that is free.") var port = 4870
    @Option(help: "How much a commit waits for: full survives a power cut, normal only the end of the process.")
    var durability: SQLiteEngine.Durability = .full
    @Option(help: "How many employees work at the same time.") var slots: Int?
    @Option(help: "The path of sqlite-vec's loadable library.") var vectorExtension: String?
    @Option(help: ArgumentHelp("Milliseconds between two pieces of the practice model's answers.", visibility: .hidden))
    var practicePace = 90
    @Flag(help: "Say more.") var verbose = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
        if let slots, !(1...512).contains(slots) { throw ValidationError("--slots must be from 1 to 512.") }
    }

    func run() async throws {
        var options = ServerOptions(
            data: data ?? DataFolder.standard(environment: ProcessInfo.processInfo.environment), port: port)
        options.durability = durability
        options.slots = slots
        options.practicePace = .milliseconds(max(0, practicePace))
        options.vectorExtension = vectorExtension
        try await ServerProgram(options, logger: ServerLog.logger(verbose: verbose)).run { ready in
            ServerLog.say("Team-X is at \(ready.address), its data in \(ready.data). Stop it with Ctrl-C.")
        }
    }
}

extension SQLiteEngine.Durability: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }

    public var defaultValueDescription: String { rawValue.lowercased() }

    public static var allValueStrings: [String] { ["full", "normal"] }
}
