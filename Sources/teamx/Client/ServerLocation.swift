import Store

/// Where a server is, and the secret that it lets people in by.
struct ServerLocation: Hashable, Sendable {
    /// Such as `http://127.0.0.1:4870`, without a slash at the end.
    var address: String
    /// Never shown.
    var token: String?
    /// What choices for this server are remembered by: its data directory, or its address where that alone is known.
    var place = ""
    /// What a further command needs to find the server, such as `--data DIR`; empty where it would find it by itself.
    var options = ""

    static let standardAddress = "http://127.0.0.1:4870"
}

extension ServerLocation {
    /// What a person said about where the server is.
    struct Wishes: Hashable, Sendable {
        /// `--server`.
        var server: String?
        /// The person's own file.
        var preferred: String?
        /// `--token-file`.
        var tokenFile: String?
        /// The data directory, chosen or usual.
        var data: String
        /// Who chose the data directory.
        var dataSource = DataSource.usual

        /// The address that somebody named, if that is what counts.
        func named(environment: [String: String]) -> String? {
            let variable = environment["TEAMX_SERVER"].flatMap { $0.isEmpty ? nil : $0 }
            return server ?? (dataSource == .option ? nil : variable ?? preferred)
        }
    }

    /// Who chose the data directory.
    enum DataSource: Hashable, Sendable {
        case option
        case variable
        /// Nobody: it is where the platform puts such things.
        case usual
    }

    /// Finds the server: `--server`, who holds the directory of `--data`, `TEAMX_SERVER`, the person's own file, who holds the
    /// data directory, then the usual address.
    ///
    /// A data directory that somebody named means its own server and no other. The token comes from `--token-file`,
    /// `TEAMX_TOKEN`, or the file `token` in the data directory.
    ///
    /// - Throws: `CommandFailure` for an address that is none, for a named data directory that no server has, and for a token
    ///   file that cannot be read.
    init(
        _ wishes: Wishes, environment: [String: String], holder: (String) -> LockHolder? = { RunningServer.holder(at: $0) },
        readFile: (String) throws -> String = { try TextFile.read($0) }
    ) throws {
        if let named = wishes.named(environment: environment) {
            address = try Self.checked(named)
            place = address
        } else {
            guard let found = holder(wishes.data)?.address ?? (wishes.dataSource == .usual ? Self.standardAddress : nil) else {
                throw CommandFailure.noServer(in: wishes.data)
            }
            address = try Self.checked(found)
            place = DataFolder.absolute(wishes.data)
        }
        if let file = wishes.tokenFile {
            do { token = try Self.trimmed(readFile(file)) } catch {
                throw CommandFailure(.notFound, code: "not_found", "The token file \(file) cannot be read.")
            }
        } else if let given = environment["TEAMX_TOKEN"], !given.isEmpty {
            token = Self.trimmed(given)
        } else {
            token = try? Self.trimmed(readFile(wishes.data + "/token"))  // without one the server says what is missing
        }
        let words = [
            wishes.server.map { ("--server", $0) }, wishes.dataSource == .option ? ("--data", wishes.data) : nil,
            wishes.tokenFile.map { ("--token-file", $0) },
        ]
        options = words.compactMap { $0.map { "\($0.0) \(ShellWord.quoted($0.1))" } }.joined(separator: " ")
    }

    /// The same, with the company that was named on the command line among what further commands need.
    func naming(company: String?) -> ServerLocation {
        guard let company else { return self }
        var location = self
        location.options += (options.isEmpty ? "" : " ") + "--company \(ShellWord.quoted(company))"
        return location
    }

    private static func checked(_ text: String) throws -> String {
        var address = text
        if !address.contains("://") { address = "http://" + address }
        while address.hasSuffix("/") { address.removeLast() }
        let lowered = address.lowercased()
        guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://"),
            address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
            address.split(separator: "/", omittingEmptySubsequences: true).count == 2, !address.contains("@")
        else { throw CommandFailure.usage("“\(text)” is no server address.", hint: "It looks like \(standardAddress).") }
        return address
    }

    private static func trimmed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension CommandFailure {
    /// Nobody has the data directory that was named.
    static func noServer(in data: String) -> CommandFailure {
        CommandFailure(
            .unreachable, code: "unreachable", "No server has the data directory \(data).",
            hint: "Start one with: teamx serve --data \(ShellWord.quoted(data))")
    }
}
