package import Domain

/// Keeps secrets in the desktop's Secret Service, through the program `secret-tool`.
package struct SecretServiceStore: SecretStore {
    private let path: String
    private let environment: [String: String]

    /// - Parameters:
    ///   - path: Where `secret-tool` is.
    ///   - environment: The process's own, of which the tool gets what it needs to reach the session's bus.
    package init(path: String, environment: [String: String]) {
        self.path = path
        let names = [
            "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "PATH", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
        ]
        self.environment = environment.filter { names.contains($0.key) }
    }

    package var place: SecretPlace {
        SecretPlace(kind: .secretService, description: "the desktop's Secret Service, through \(path)")
    }

    /// Whether anybody answers.
    var isThere: Bool {
        do throws(SecretStoreError) { _ = try value(of: "probe") } catch { return false }
        return true
    }

    package func value(of name: String) throws(SecretStoreError) -> String? {
        let outcome = try run(["lookup"] + attributes(name))
        if outcome.status == 0 { return String(decoding: outcome.output, as: UTF8.self) }
        // Not found is told by the status alone.
        guard outcome.status == 1, outcome.errors.isEmpty else { throw failure(outcome) }
        return nil
    }

    package func set(_ value: String, for name: String) throws(SecretStoreError) {
        let outcome = try run(["store", "--label=Team-X \(name)"] + attributes(name), input: Array(value.utf8))
        guard outcome.status == 0 else { throw failure(outcome) }
    }

    package func remove(_ name: String) throws(SecretStoreError) -> Bool {
        guard try value(of: name) != nil else { return false }
        let outcome = try run(["clear"] + attributes(name))
        guard outcome.status == 0 else { throw failure(outcome) }
        return true
    }

    private func attributes(_ name: String) -> [String] { ["service", "team-x", "account", name] }

    private func run(_ arguments: [String], input: [UInt8] = []) throws(SecretStoreError) -> ToolRun.Outcome {
        let run = ToolRun(path: path, arguments: arguments, environment: environment)
        guard let outcome = run.run(input: input, patience: 10_000) else {
            throw .tool(name: path, reason: "it cannot be started")
        }
        return outcome
    }

    private func failure(_ outcome: ToolRun.Outcome) -> SecretStoreError {
        guard outcome.status != nil else {
            return .tool(name: path, reason: "it did not answer; is the keyring locked?")
        }
        let words = String(decoding: outcome.errors.prefix(300), as: UTF8.self).trimmed.replacing("\n", with: " ")
        return .tool(name: path, reason: words.isEmpty ? "it failed" : words)
    }
}
