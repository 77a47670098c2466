import Domain

/// Why the server did not do what it was asked.
enum APIFailure: Error, Hashable, Sendable {
    /// Nothing answers at `address`.
    case unreachable(address: String, reason: String)
    /// It did not answer in time.
    case timedOut(address: String)
    /// It answered with an error.
    case refused(status: Int, code: String, message: String, details: JSONValue)
    /// What answered is not a Team-X server, or one that is out of order.
    case malformed(address: String)
}

extension APIFailure {
    /// Reads the body of an answer that is no success: `{"error":{"code","message","details"}}`.
    init(status: Int, body: JSONValue?, address: String) {
        guard let error = body?["error"], let code = error["code"]?.string else {
            self = .malformed(address: address)
            return
        }
        self = .refused(
            status: status, code: code, message: error["message"]?.string ?? "The server says “\(code)”.",
            details: error["details"] ?? .null)
    }

    /// Whether trying again may help.
    var isPassing: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .refused(let status, _, _, _): status >= 500
        case .malformed: false
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .unreachable: .unreachable
        case .timedOut: .tryAgain
        case .malformed: .failed
        case .refused(let status, let code, _, _): Self.exitStatus(code: code, httpStatus: status)
        }
    }

    /// The code decides; where it is one of another version, the HTTP status does.
    private static func exitStatus(code: String, httpStatus: Int) -> ExitStatus {
        switch code {
        case "not_found": .notFound
        case "conflict": .conflict
        case "unauthorized", "forbidden", "forbidden_host", "forbidden_origin": .notAllowed
        case "invalid", "unsupported_media_type", "too_large", "method_not_allowed": .usage
        case "read_only", "busy", "rate_limited": .tryAgain
        default:
            switch httpStatus {
            case 401, 403: .notAllowed
            case 404, 410: .notFound
            case 409, 412: .conflict
            case 400, 405, 413, 415, 422: .usage
            case 408, 425, 429, 503, 504: .tryAgain
            default: .failed
            }
        }
    }

    /// The same for people.
    var commandFailure: CommandFailure {
        switch self {
        case .unreachable(let address, let reason):
            CommandFailure(
                exitStatus, code: "unreachable", "No server answers at \(address) (\(reason)).",
                hint: "Start one with “teamx serve”, or name its address with --server or its folder with --data.")
        case .timedOut(let address):
            CommandFailure(exitStatus, code: "timeout", "The server at \(address) did not answer in time.", hint: nil)
        case .malformed(let address):
            CommandFailure(
                exitStatus, code: "malformed", "What answers at \(address) does not speak Team-X's language.", hint: nil)
        case .refused(_, "unauthorized", _, _):
            CommandFailure(
                exitStatus, code: "unauthorized", "The server does not know this access token.",
                hint: "Name the server's data directory with --data, or its token with --token-file or TEAMX_TOKEN.")
        case .refused(_, let code, let message, let details):
            CommandFailure(exitStatus, code: code, Self.words(message, details), hint: Self.hint(details, besides: message))
        }
    }

    /// The message with what people call a field in the place of its name in the API.
    private static func words(_ message: String, _ details: JSONValue) -> String {
        guard let field = details["field"]?.string, let name = names[field], message.hasPrefix(field + ": ") else {
            return message
        }
        let rest = message.dropFirst(field.count + 2)
        // What is a sentence by itself needs no subject.
        let start = rest.first?.isLowercase == true ? name + " " : ""
        return start + rest + (rest.last.map { ".:!?".contains($0) } == true ? "" : ".")
    }

    private static let names = [
        "content": "What you say", "employee_ids": "Who takes part", "attendee_ids": "Who takes part", "chair_id": "The chair",
        "limits.turns": "--turns", "limits.minutes": "--minutes", "limits.rounds": "--rounds", "limits.cost_usd": "--cost",
        "settings.quiet_hours": "Quiet hours", "settings.quiet_hours.from": "--from", "settings.quiet_hours.to": "--to",
        "settings.quiet_hours.time_zone": "--zone", "subject": "The name",
    ]

    /// The words that a field may have, when the server tells them.
    private static func hint(_ details: JSONValue, besides message: String) -> String? {
        let allowed = (details["allowed"]?.array ?? []).compactMap(\.string)
        guard let last = allowed.last, !message.contains(last) else { return nil }
        return "Allowed\(details["field"]?.string.map { " for \($0)" } ?? ""): \(allowed.joined(separator: ", "))."
    }
}
