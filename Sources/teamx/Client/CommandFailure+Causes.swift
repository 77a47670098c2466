import ArgumentParser
import Domain
import Store
import Web

extension CommandFailure {
    /// What any error becomes; `nil` for those that the argument parser words and exits with.
    init?(cause: any Error) {
        switch cause {
        case let failure as CommandFailure: self = failure
        case let failure as APIFailure: self = failure.commandFailure
        case is CancellationError: self.init(.interrupted, code: "interrupted", "Interrupted.")
        case let error as DataDirectoryError:
            switch error {
            case .inUse:
                self.init(
                    .tryAgain, code: "in_use", error.description, hint: "Stop that server, or use another --data directory.")
            case .unusable: self.init(.failed, code: "unusable", error.description)
            }
        case let error as StoreError: self.init(error == .busy ? .tryAgain : .failed, code: "storage", error.description)
        case let error as WebServer.CannotListen:
            self.init(
                .tryAgain, code: "cannot_listen", error.description, hint: "Choose another --port, or 0 for any that is free.")
        case let problem as AccessToken.Problem: self.init(.failed, code: "token", problem.description)
        default: return nil
        }
    }

    /// What the argument parser would word; `nil` for what is no failure, such as a request for help, and for a status that was
    /// told already.
    ///
    /// - Parameter command: The command that was not understood, from `teamx` on.
    init?(parsing error: any Error, of command: String) {
        let status = TeamX.exitCode(for: error)
        guard status != .success, !(error is ExitCode) else { return nil }
        let isUsage = status.rawValue == ExitStatus.usage.rawValue
        self.init(
            isUsage ? .usage : .failed, code: isUsage ? "usage" : "failed", TeamX.message(for: error),
            hint: isUsage ? "See: \(command) --help" : nil)
    }

    /// The same for programs, as the API words its errors.
    var json: JSONValue {
        [
            "error": [
                "code": .string(code), "message": .string(message), "hint": hint.map { .string($0) } ?? .null,
                "retryable": .bool(status == .tryAgain || status == .unreachable),
            ]
        ]
    }

    /// Says on standard error what went wrong.
    func report(on console: Console, asJSON: Bool) {
        console.eraseStatus()
        if asJSON { return console.warn(SafeText.json(json.description)) }
        let width = console.terminal.errorIsTerminal ? console.terminal.width : nil
        var lines = WordWrap.lines("teamx: " + SafeText.line(message), width: width, hanging: "  ")
        if let hint { lines += WordWrap.lines(SafeText.line(hint), width: width, indent: "  ", hanging: "  ") }
        lines.forEach(console.warn)
    }
}
