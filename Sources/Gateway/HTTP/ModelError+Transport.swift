import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension ModelError {
    /// What a failure of the HTTP client means for the call.
    ///
    /// - Parameter answered: Whether the head of an answer had come.
    init(transport error: any Error, answered: Bool) {
        switch error {
        case let error as ModelError: self = error
        case let error as HTTPClientError: self.init(client: error, answered: answered)
        case HTTPParserError.invalidEOFState, is ChannelError: self = .broken(answered: answered)
        case let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE:
            self = .broken(answered: answered)
        case is HTTPParserError: self = .foreign("The provider's answer is not HTTP.")
        default: self = answered ? .broken(answered: true) : .unconnected(error)
        }
    }

    private init(client error: HTTPClientError, answered: Bool) {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
            .getConnectionFromPoolTimeout:
            self.init(.timeout, "No connection to the provider within the time allowed.")
        case .deadlineExceeded, .readTimeout, .writeTimeout: self.init(.timeout, "The provider took too long.")
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            self.init(.invalidRequest, "The provider's address is not usable.")
        default: self = .broken(answered: answered)
        }
    }

    private static func broken(answered: Bool) -> ModelError {
        answered
            ? ModelError(.brokenStream, "The connection was lost before the answer was complete.")
            : ModelError(.brokenStream, "The provider closed the connection without an answer.")
    }

    private static func unconnected(_ error: any Error) -> ModelError {
        // The types that tell these apart belong to a layer below the one that is imported.
        let text = String(describing: error)
        let reason =
            if text.contains("DNS error") {
                "its name is not known"
            } else if text.contains("refused") {
                "nothing listens at its address"
            } else if text.contains("handshake") || text.contains("CERTIFICATE") {
                "its certificate or TLS version was not accepted"
            } else {
                "the network did not carry it"
            }
        return ModelError(.connect, "No connection to the provider: \(reason).")
    }
}
