import Domain

/// The `error` member of a chat-completions answer or event.
struct ChatError {
    let message: String
    /// An HTTP status that the object carries as its code.
    private let status: Int?
    private let words: [String]

    /// `nil` when `value` holds no error.
    init?(in value: JSONValue) {
        switch value["error"] {
        case .none, .null, .bool(false): return nil
        case .string(let text):
            message = text
            status = nil
            words = []
        case .some(let error):
            message = error["message"]?.string ?? error.description
            status = (error["code"]?.integer ?? error["status"]?.integer).flatMap { Int(exactly: $0) }
            words = [error["code"]?.string, error["type"]?.string].compactMap(\.self)
        }
    }

    /// The class of an error that came inside of an answer, where no HTTP status tells it.
    var `class`: ModelError.Class {
        if let status, (400..<600).contains(status) { return ModelError.Class(status: status) }
        for word in words {
            switch word {
            case "rate_limit_exceeded", "rate_limit_error", "insufficient_quota": return .rateLimited
            case "invalid_api_key", "authentication_error", "permission_error": return .unauthorized
            case "tool_use_failed": return .malformed  // Groq: the model wrote a call that does not parse; another try may not
            case "invalid_request_error", "context_length_exceeded", "model_not_found": return .invalidRequest
            default: continue
            }
        }
        return .server
    }
}
