package import Domain

/// Keeps secrets in the macOS Keychain, through the program `security` in its interactive mode, which reads commands from
/// standard input: so no secret is ever an argument.
package struct KeychainStore: SecretStore {
    private let path: String
    private let environment: [String: String]

    package init(path: String = "/usr/bin/security", environment: [String: String]) {
        self.path = path
        self.environment = environment.filter { ["HOME", "PATH", "LANG", "USER"].contains($0.key) }
    }

    package var place: SecretPlace { SecretPlace(kind: .keychain, description: "the login keychain of this Mac") }

    package func value(of name: String) throws(SecretStoreError) -> String? {
        let outcome = try run(["find-generic-password", "-s", "team-x", "-a", name, "-w"], input: [])
        if outcome.status == 0 { return String(decoding: outcome.output, as: UTF8.self).trimmed }
        guard outcome.status == Self.notFound else { throw failure(outcome) }
        return nil
    }

    package func set(_ value: String, for name: String) throws(SecretStoreError) {
        let line = "add-generic-password -U -s team-x -a \(Self.quoted(name)) -w \(Self.quoted(value))\n"
        let outcome = try run(["-i"], input: Array(line.utf8))
        // The interactive mode ends well whatever its commands did.
        guard outcome.status == 0, try self.value(of: name) == value else { throw failure(outcome) }
    }

    package func remove(_ name: String) throws(SecretStoreError) -> Bool {
        let outcome = try run(["delete-generic-password", "-s", "team-x", "-a", name], input: [])
        guard outcome.status == 0 || outcome.status == Self.notFound else { throw failure(outcome) }
        return outcome.status == 0
    }

    private static let notFound: Int32 = 44

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func run(_ arguments: [String], input: [UInt8]) throws(SecretStoreError) -> ToolRun.Outcome {
        let run = ToolRun(path: path, arguments: arguments, environment: environment)
        guard let outcome = run.run(input: input, patience: 10_000) else {
            throw .tool(name: path, reason: "it cannot be started")
        }
        return outcome
    }

    private func failure(_ outcome: ToolRun.Outcome) -> SecretStoreError {
        // What it says is not repeated: it may quote the command that it was given.
        .tool(name: path, reason: outcome.status.map { "it failed with status \($0)" } ?? "it did not answer")
    }
}
