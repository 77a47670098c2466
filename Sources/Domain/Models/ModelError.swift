/// Why a model call failed, in classes that decide what may be tried again.
package struct ModelError: Error, Hashable, Sendable {
    package enum Class: String, Hashable, Codable, Sendable {
        /// No connection: name not found, refused, unreachable, TLS.
        case connect
        /// A clock ran out: connecting, first byte, silence, or in all.
        case timeout
        /// Too many requests (HTTP 429).
        case rateLimited = "rate_limited"
        /// What was paid for, or is free, is used up until some time (HTTP 402, or 429 that says so).
        case quota
        /// The provider failed or is overloaded (HTTP 5xx, 529).
        case server
        /// The stream stopped before the answer was complete.
        case brokenStream = "broken_stream"
        /// What came is not of the provider's format.
        case malformed
        /// The credential is missing or refused (HTTP 401, 403).
        case unauthorized
        /// The request itself is refused: unknown model, too long, bad shape (other HTTP 4xx).
        case invalidRequest = "invalid_request"
        /// Far more came than was asked for.
        case tooLong = "too_long"
        /// The credential is kept where nobody can look at the moment.
        case secretsClosed = "secrets_closed"
    }

    package var `class`: Class
    /// What happened, for people.
    ///
    /// Never holds a credential; at most 500 characters come from the provider.
    package var message: String
    package var status: Int?
    /// How long the provider asked to wait.
    package var retryAfter: Duration?
    /// Whether it was no model that answered, such as a web page at a wrong address: then nothing was read either.
    package private(set) var isForeign = false

    /// What came is in no format of models.
    package static func foreign(_ message: String) -> ModelError {
        var error = ModelError(.malformed, message)
        error.isForeign = true
        return error
    }

    package init(_ class: Class, _ message: String, status: Int? = nil, retryAfter: Duration? = nil) {
        self.class = `class`
        self.message = message
        self.status = status
        self.retryAfter = retryAfter
    }

    /// Whether the provider did nothing: it was not reached, or said no before it began.
    package var isRefusal: Bool {
        switch self.class {
        case .connect, .rateLimited, .quota, .server, .unauthorized, .invalidRequest, .secretsClosed: true
        case .timeout, .brokenStream, .malformed, .tooLong: false
        }
    }

    /// Whether, where nothing of an answer had come, nothing was read either: it was refused, or nobody who knows the format answered.
    package var saysNothingWasRead: Bool { isRefusal || isForeign }

    /// Whether the same request may go through later.
    package var isTransient: Bool {
        switch self.class {
        case .connect, .timeout, .rateLimited, .quota, .server, .brokenStream, .malformed, .secretsClosed: true
        case .unauthorized, .invalidRequest, .tooLong: false
        }
    }
}

extension ModelError: CustomStringConvertible {
    package var description: String { message }
}
