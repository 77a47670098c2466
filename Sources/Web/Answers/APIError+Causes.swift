import Domain
import HTTPTypes
import Hummingbird
import Store

extension APIError {
    /// What any error becomes; `nil` for one that nobody foresaw.
    init?(cause: any Error) {
        switch cause {
        case let error as APIError: self = error
        case let error as RuleViolation: self.init(error)
        case let error as RoleLookupError: self = .invalid("role", error.description)
        case let error as VaultError: self.init(error)
        case let error as SecretStoreError:
            self.init(status: .serviceUnavailable, code: "secrets_unavailable", message: error.description)
        case let error as StoreError:
            guard let known = APIError(error) else { return nil }
            self = known
        case let error as HTTPError:
            self.init(status: error.status, code: Self.code(for: error.status), message: error.body ?? error.status.reasonPhrase)
        default: return nil
        }
    }

    private init(_ violation: RuleViolation) {
        switch violation {
        case .notFound(let what): self = .notFound(what)
        case .invalid(let field, let reason, let allowed): self = .invalid(field, reason, allowed: allowed)
        case .conflict(let reason): self.init(status: .conflict, code: "conflict", message: reason)
        case .departed(let somebody):
            var details: [String: JSONValue] = [:]
            if let successor = somebody.successor { details["successor_id"] = .string(successor.rawValue) }
            self.init(status: .conflict, code: "employee_departed", message: somebody.sentence, details: details)
        }
    }

    private init(_ error: VaultError) {
        switch error {
        case .tooLarge: self.init(status: .contentTooLarge, code: "too_large", message: error.description)
        case .unwritable: self.init(status: .insufficientStorage, code: "vault_unwritable", message: error.description)
        case .diskFull: self.init(status: .insufficientStorage, code: "disk_full", message: error.description)
        case .missing: self.init(status: .notFound, code: "file_missing", message: error.description)
        case .damaged: self.init(status: .conflict, code: "file_damaged", message: error.description)
        }
    }

    private init?(_ error: StoreError) {
        switch error {
        case .constraint: self.init(status: .conflict, code: "conflict", message: error.description)
        case .diskFull: self.init(status: .insufficientStorage, code: "disk_full", message: error.description)
        case .readOnly: self.init(status: .serviceUnavailable, code: "read_only", message: error.description)
        case .input, .corrupt: self.init(status: .serviceUnavailable, code: "storage", message: error.description)
        case .busy, .groupFailed: self.init(status: .serviceUnavailable, code: "busy", message: error.description)
        case .statement, .unreadable, .newerSchema: return nil
        }
    }

    private static func code(for status: HTTPResponse.Status) -> String {
        switch status {
        case .badRequest: "malformed"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .contentTooLarge: "too_large"
        default: "refused"
        }
    }
}

extension HTTPResponse.Status {
    fileprivate static var insufficientStorage: Self { HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage") }
}
