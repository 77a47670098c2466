import ArgumentParser
import Domain
import FoundationEssentials

/// What every command that talks to a server understands.
struct ClientOptions: ParsableArguments {
    @Option(help: "The server's address; otherwise $TEAMX_SERVER, the one that has the data directory, or http://127.0.0.1:4870.")
    var server: String?
    @Option(help: "The data directory of the server, for its address and token.") var data: String?
    @Option(help: "A file that holds the server's token.") var tokenFile: String?
    @Option(name: .shortAndLong, help: "table, json, ndjson, tsv or ids; table on a terminal and tsv in a pipe otherwise.")
    var output: OutputForm?
    @Flag(help: "The same as --output json.") var json = false
    @Option(help: "auto, always or never.") var color: ColourChoice = .auto
    @Flag(name: .shortAndLong, help: "Say nothing but the result; print only ids on creation.") var quiet = false

    /// Finds the server, runs `body` with it, and closes the connections.
    func withDesk(_ body: @escaping @Sendable (ClientDesk) async throws -> Void) async throws {
        let environment = ProcessInfo.processInfo.environment
        let console = Console(Terminal(choice: color, environment: environment), isQuiet: quiet)
        let location = try ServerLocation(
            ServerLocation.Wishes(
                server: server, tokenFile: tokenFile, data: data ?? DataFolder.standard(environment: environment)),
            environment: environment)
        let form = json ? .json : output ?? environment["TEAMX_OUTPUT"].flatMap(OutputForm.init(rawValue:))
        let desk = { @Sendable (client: APIClient) in
            ClientDesk(
                client: client, console: console, form: form ?? (console.terminal.outputIsTerminal ? .table : .tsv),
                isQuiet: quiet,
                environment: environment)
        }
        try await Interruption.ending(console) { try await APIClient.with(location) { try await body(desk($0)) } }
    }
}

/// In which shape results are printed.
enum OutputForm: String, CaseIterable, ExpressibleByArgument, Sendable {
    case table
    case json
    case ndjson
    case tsv
    case ids

    /// Whether errors are JSON as well, told before the command line is understood: the error may be about that.
    static func wantsJSON(_ arguments: [String], environment: [String: String]) -> Bool {
        let forms: Set = [json.rawValue, ndjson.rawValue]
        if arguments.contains("--json") { return true }
        for (option, value) in zip(arguments, arguments.dropFirst()) where ["-o", "--output"].contains(option) {
            return forms.contains(value)
        }
        if let joined = arguments.first(where: { $0.hasPrefix("--output=") }) {
            return forms.contains(String(joined.dropFirst("--output=".count)))
        }
        return environment["TEAMX_OUTPUT"].map(forms.contains) ?? false
    }
}

/// Which company a command means.
struct CompanyOption: ParsableArguments {
    @Option(name: .shortAndLong, help: "The company's slug or id; the only one there is otherwise, or $TEAMX_COMPANY.")
    var company: String?

    /// The id of the company that is meant.
    ///
    /// - Throws: ``CommandFailure`` when there are several and none is named.
    func id(_ desk: ClientDesk) async throws -> String {
        if let named = company ?? desk.environment["TEAMX_COMPANY"], !named.isEmpty {
            return try await desk.client.get(.company(named))["id"]?.string ?? named
        }
        let companies = try await desk.client.list(APIPath("companies")).items
        guard let first = companies.first, let id = first["id"]?.string else {
            throw CommandFailure.notFound("There is no company yet.", hint: "Found one with: teamx company create NAME")
        }
        guard companies.count == 1 else {
            let slugs = companies.compactMap { $0["slug"]?.string }.map(SafeText.line).joined(separator: ", ")
            throw CommandFailure.usage("There is more than one company: \(slugs).", hint: "Name one with --company.")
        }
        return id
    }
}
