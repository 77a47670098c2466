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
        default: return nil
        }
    }

    /// Says on standard error what went wrong.
    func report(asJSON: Bool) {
        if asJSON {
            let error: JSONValue = [
                "code": .string(code), "message": .string(message), "hint": hint.map { .string($0) } ?? .null,
            ]
            return StandardStream.error.write(JSONValue.object(["error": error]).description + "\n")
        }
        StandardStream.error.write("teamx: \(message)\n" + (hint.map { "  \($0)\n" } ?? ""))
    }
}
