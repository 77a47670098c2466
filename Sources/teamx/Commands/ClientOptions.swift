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
    @Option(help: "Only these members of each row, such as title,status.") var fields: FieldList?
    @Option(help: "auto, always or never.") var color: ColourChoice?
    @Flag(name: .shortAndLong, help: "Say nothing but the result; print only ids on creation.") var quiet = false

    /// Finds the server, runs `body` with it, and closes the connections.
    ///
    /// - Parameter company: What the command line says of the company, so that hints say it, too.
    func withDesk(naming company: String? = nil, _ body: @escaping @Sendable (ClientDesk) async throws -> Void) async throws {
        let environment = ProcessInfo.processInfo.environment
        let preferences = try Preferences(environment: environment, folder: FileManager.default.currentDirectoryPath)
        let colour = try color ?? preferences.word(.color, as: ColourChoice.self) ?? .auto
        let console = Console(Terminal(choice: colour, environment: environment), isQuiet: quiet)
        for remark in preferences.remarks { console.note(SafeText.line(remark)) }
        let form = try chosenForm(environment, preferences) ?? (console.terminal.outputIsTerminal ? .table : .tsv)
        let wishes = wishes(environment, preferences)
        let find = { @Sendable in
            try ServerLocation(wishes, environment: environment).naming(company: company)
        }
        try await StartingServer(wishes, environment: environment).wait()
        let location = try find()
        let (isQuiet, fields, interruption) = (quiet, fields, InterruptionChoice())
        let desk = { @Sendable (client: APIClient) in
            ClientDesk(
                client: client, console: console, form: form, isQuiet: isQuiet, environment: environment,
                preferences: preferences, fields: fields, interruption: interruption)
        }
        try await Interruption.ending(console, unless: interruption) {
            try await APIClient.with(location, find: find) { try await body(desk($0)) }
        }
    }

    /// The same, with the id of the company that is meant.
    func withDesk(
        in company: CompanyOption, _ body: @escaping @Sendable (ClientDesk, _ company: String) async throws -> Void
    ) async throws {
        try await withDesk(naming: company.company) { desk in try await body(desk, company.id(desk)) }
    }

    /// A server that somebody prefers is not the one that has a directory which was named.
    private func wishes(_ environment: [String: String], _ preferences: Preferences) -> ServerLocation.Wishes {
        let isVariable = !(environment["TEAMX_DATA"] ?? "").isEmpty
        let source: ServerLocation.DataSource = data != nil ? .option : isVariable ? .variable : .usual
        return ServerLocation.Wishes(
            server: server, preferred: source == .usual ? preferences[.server]?.value : nil, tokenFile: tokenFile,
            data: data ?? DataFolder.standard(environment: environment), dataSource: source)
    }

    private func chosenForm(_ environment: [String: String], _ preferences: Preferences) throws -> OutputForm? {
        if json { return .json }
        if let output { return output }
        if let word = environment["TEAMX_OUTPUT"], !word.isEmpty {
            return try OutputForm.named(word, by: "TEAMX_OUTPUT")
        }
        return try preferences.word(.output, as: OutputForm.self)
    }
}

/// A word that an option, a variable or a file may say.
protocol ChoiceWord: CaseIterable, RawRepresentable<String> {}

extension ChoiceWord {
    /// - Throws: ``CommandFailure`` naming the words there are.
    static func named(_ word: String, by source: String) throws -> Self {
        if let choice = Self(rawValue: word) { return choice }
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure.usage("\(source) is “\(word)”.", hint: "It may be: \(known).")
    }
}

extension OutputForm: ChoiceWord {}
extension ColourChoice: ChoiceWord {}

extension Preferences {
    /// - Throws: ``CommandFailure`` for a word that is none.
    func word<Word: ChoiceWord>(_ key: Key, as type: Word.Type) throws -> Word? {
        try self[key].map { try Word.named($0.value, by: "“\(key.rawValue)” in \($0.path)") }
    }
}
