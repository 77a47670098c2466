import Store

/// Where a server is, and the secret that it lets people in by.
struct ServerLocation: Hashable, Sendable {
    /// Such as `http://127.0.0.1:4870`, without a slash at the end.
    var address: String
    /// Never shown.
    var token: String?

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
    }

    /// Finds the server: what was said, then `TEAMX_SERVER`, the person's own file, who holds the data directory, then the usual address.
    ///
    /// Its token likewise: `--token-file`, `TEAMX_TOKEN`, the file `token` in the data directory.
    ///
    /// - Throws: `CommandFailure` for an address that is none and a token file that cannot be read.
    init(
        _ wishes: Wishes, environment: [String: String], holder: (String) -> LockHolder? = { DataDirectory.holder(at: $0) },
        readFile: (String) throws -> String = { try TextFile.read($0) }
    ) throws {
        let named = wishes.server ?? environment["TEAMX_SERVER"].flatMap { $0.isEmpty ? nil : $0 } ?? wishes.preferred
        address = try Self.checked(named ?? holder(wishes.data)?.address ?? Self.standardAddress)
        if let file = wishes.tokenFile {
            do { token = try Self.trimmed(readFile(file)) } catch {
                throw CommandFailure(.notFound, code: "not_found", "The token file \(file) cannot be read.")
            }
        } else if let given = environment["TEAMX_TOKEN"], !given.isEmpty {
            token = Self.trimmed(given)
        } else {
            token = try? Self.trimmed(readFile(wishes.data + "/token"))  // without one the server says what is missing
        }
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
