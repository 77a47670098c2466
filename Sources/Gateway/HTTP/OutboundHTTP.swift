import AsyncHTTPClient
import Domain
import NIOCore

/// The program's one way to model providers over HTTP.
///
/// Redirects are not followed, because a credential belongs to one address; compressed answers are not asked for, because
/// a small one may unpack to any size.
package struct OutboundHTTP: Sendable {
    let client: HTTPClient
    let clocks: StreamClocks
    /// The most bytes that an answer may have.
    let answerLimit: Int

    /// - Parameters:
    ///   - clocks: How long calls may take unless a provider's row says otherwise.
    ///   - answerLimit: The most bytes that an answer may have.
    package init(clocks: StreamClocks = StreamClocks(), answerLimit: Int = 64 << 20) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.timeout.connect = .milliseconds(clocks.connect.wholeMilliseconds)
        // A call that fails to connect is reported, not tried again behind the back of those who decide about that.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Shorter than servers keep idle connections, so that calls seldom meet one that is being closed.
        configuration.connectionPool.idleTimeout = .seconds(30)
        // Far above any provider's cap on calls, so that none waits for a connection unseen.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        // One connection per call: cancelling closes it, and a stalled call holds up no other.
        configuration.httpVersion = .http1Only
        client = HTTPClient(configuration: configuration)
        self.clocks = clocks
        self.answerLimit = answerLimit
    }

    /// Closes the connections.
    ///
    /// Must be called before the value is let go.
    package func shutdown() async throws { try await client.shutdown() }

    /// Lends a client to `body` and shuts it down afterwards.
    package static func with<Result>(
        clocks: StreamClocks = StreamClocks(), answerLimit: Int = 64 << 20, _ body: (OutboundHTTP) async throws -> Result
    ) async throws -> Result {
        let http = OutboundHTTP(clocks: clocks, answerLimit: answerLimit)
        let result: Result
        do { result = try await body(http) } catch {
            try await http.shutdown()
            throw error
        }
        try await http.shutdown()
        return result
    }
}
