import Domain

extension ModelError.Class {
    /// What an HTTP status other than success says.
    init(status: Int) {
        switch status {
        case 401, 403: self = .unauthorized
        case 408: self = .timeout
        case 429: self = .rateLimited
        case 500...: self = .server
        default: self = .invalidRequest
        }
    }
}

extension ModelError {
    /// The failure that an answer with `status` is.
    ///
    /// - Parameters:
    ///   - said: What the provider wrote with it, ready to be shown; empty when nothing.
    ///   - retryAfter: How long it asks to wait; kept where waiting may help.
    ///   - isAboutKey: Whether it says that the key is wrong, whatever the status.
    init(status: Int, said: String, retryAfter: Duration?, isAboutKey: Bool = false) {
        let `class` = isAboutKey ? .unauthorized : Class(status: status)
        let summary =
            switch `class` {
            case .unauthorized: "The provider refused the key"
            case .timeout: "The provider gave up waiting"
            case .rateLimited: "The provider asks for fewer calls"
            case .server: "The provider failed"
            default:
                (300..<400).contains(status)
                    ? "The provider's address has moved, and redirects are not followed"
                    : "The provider refused the request"
            }
        let message = "\(summary) (HTTP \(status))" + (said.isEmpty ? "." : ": \(said)")
        let waits = `class` == .rateLimited || `class` == .server
        self.init(`class`, message, status: status, retryAfter: waits ? retryAfter : nil)
    }
}
