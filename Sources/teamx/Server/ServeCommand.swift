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
        let asJSON = choices.json
        try await ServerProgram(options, logger: ServerLog.logger(verbose: verbose)).run { ready in
            if asJSON {
                console.raw(SafeText.json(ready.json.description) + "\n")
            } else {
                console.note("Team-X is at \(ready.address), its data in \(ready.data). Stop it with Ctrl-C.")
            }
        }
    }
}

extension ServerReady {
    /// What a program that started the server needs to find it; the token is in the data directory.
    fileprivate var json: JSONValue {
        ["address": .string(address), "data": .string(data), "version": .string(Version.text)]
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
