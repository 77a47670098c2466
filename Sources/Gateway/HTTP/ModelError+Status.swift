import Domain

extension ModelError.Class {
    /// What an HTTP status other than success says.
    init(status: Int) {
        switch status {
        case 401, 403: self = .unauthorized
        case 408: self = .timeout
        case 402: self = .quota
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
        var `class` = isAboutKey ? .unauthorized : Class(status: status)
        // Some say so with the status of too many calls; with that of a wrong request only few, and it may quote what was asked.
        let isUsedUp = status == 429 ? QuotaWords.tell(of: said) : QuotaWords.tellPlainly(of: said, status: status)
        if isUsedUp { `class` = .quota }
        let summary =
            switch `class` {
            case .unauthorized: "The provider refused the key"
            case .timeout: "The provider gave up waiting"
            case .rateLimited: "The provider asks for fewer calls"
            case .quota: "The quota at the provider is used up"
            case .server: "The provider failed"
            default:
                (300..<400).contains(status)
                    ? "The provider's address has moved, and redirects are not followed"
                    : "The provider refused the request"
            }
        let message = "\(summary) (HTTP \(status))" + (said.isEmpty ? "." : ": \(said)")
        let waits = [.rateLimited, .server, .quota].contains(`class`)
        let said = waits && status == 429 ? QuotaWords.wait(in: said) : nil
        self.init(`class`, message, status: status, retryAfter: waits ? retryAfter ?? said : nil)
    }
}
