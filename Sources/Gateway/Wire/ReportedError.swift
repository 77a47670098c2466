import Domain

/// The `error` member with which an answer or an event says that something failed, in any maker's form.
struct ReportedError: Sendable {
    let message: String
    /// How long the provider asks to wait, as it writes it.
    let retryDelay: String?
    /// An HTTP status that the object carries as its code.
    private let status: Int?
    private let words: [String]

    /// `nil` when `value` holds no error.
    init?(in value: JSONValue) {
        switch value["error"] {
        case .none, .null, .bool(false): return nil
        case .string(let text): self.init(message: text)
        case .some(let error): self.init(error)
        }
    }

    /// What the members of `error` say.
    init(_ error: JSONValue) {
        message = error["message"]?.string ?? error.description
        status = (error["code"]?.integer ?? error["status"]?.integer).flatMap { Int(exactly: $0) }
        let details = error["details"]?.array ?? []
        let reasons = details.compactMap { $0["reason"]?.string }
        words = reasons + [error["code"]?.string, error["type"]?.string, error["status"]?.string].compactMap(\.self)
        retryDelay = details.lazy.compactMap { $0["retryDelay"]?.string }.first
    }

    private init(message: String) {
        self.message = message
        status = nil
        words = []
        retryDelay = nil
    }

    /// Whether it says that the key is wrong, whatever status it came with.
    var isAboutKey: Bool { words.contains { $0 == "API_KEY_INVALID" || $0 == "invalid_api_key" } }

    /// The class of an error that came inside of an answer, where no HTTP status tells it.
    var `class`: ModelError.Class {
        if isAboutKey { return .unauthorized }
        if let status, (400..<600).contains(status) { return ModelError.Class(status: status) }
        return words.lazy.compactMap { Self.classes[$0] }.first ?? .server
    }

    func failure(_ quote: Quotation) -> ModelError { ModelError(`class`, "The provider failed: \(quote(message))") }

    private static let classes: [String: ModelError.Class] = [
        "rate_limit_exceeded": .rateLimited, "rate_limit_error": .rateLimited, "RESOURCE_EXHAUSTED": .rateLimited,
        "insufficient_quota": .quota, "billing_error": .quota,
        "authentication_error": .unauthorized, "permission_error": .unauthorized, "UNAUTHENTICATED": .unauthorized,
        "PERMISSION_DENIED": .unauthorized,
        "tool_use_failed": .malformed,  // Groq: the model wrote a call that does not parse; another try may not
        "invalid_request_error": .invalidRequest, "context_length_exceeded": .invalidRequest,
        "model_not_found": .invalidRequest, "not_found_error": .invalidRequest, "request_too_large": .invalidRequest,
        "invalid_prompt": .invalidRequest, "INVALID_ARGUMENT": .invalidRequest,
        "NOT_FOUND": .invalidRequest, "FAILED_PRECONDITION": .invalidRequest, "OUT_OF_RANGE": .invalidRequest,
        "timeout_error": .timeout, "DEADLINE_EXCEEDED": .timeout,
        "overloaded_error": .server, "api_error": .server, "server_error": .server, "INTERNAL": .server,
        "UNAVAILABLE": .server,
    ]
}
