import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The server as the command line sees it.
///
/// What comes back is JSON of any shape: an answer with more in it breaks nothing.
struct APIClient: Sendable {
    /// How long the server may take to answer; streams have no such limit.
    static let patience: Duration = .seconds(30)
    /// The largest answer that is read: the most a file may have, and room around it.
    static let answerLimit = 64 << 20

    let place: ServerPlace
    let http: HTTPClient

    var location: ServerLocation { place.location }

    /// Lends a client to `body` and closes its connections afterwards.
    ///
    /// - Parameter find: Where the server is when its connection is lost; where it was when missing.
    static func with<Result>(
        _ location: ServerLocation, find: (@Sendable () throws -> ServerLocation)? = nil,
        _ body: (APIClient) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow  // the token belongs to one address
        configuration.timeout.connect = .seconds(5)
        configuration.timeout.read = .seconds(90)  // a stream says something every 15 seconds
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        let http = HTTPClient(configuration: configuration)
        let result: Result
        let place = ServerPlace(location, find: find ?? { location })
        do { result = try await body(APIClient(place: place, http: http)) } catch {
            try? await http.shutdown()  // the first error is the one to tell
            throw error
        }
        try? await http.shutdown()  // the work is done; the process is about to end
        return result
    }

    func get(_ path: APIPath, timeout: Duration = patience) async throws -> JSONValue {
        try await send(.GET, path, timeout: timeout)
    }

    func post(
        _ path: APIPath, _ body: JSONValue = [:], key: String? = nil, timeout: Duration = patience
    ) async throws -> JSONValue {
        try await send(.POST, path, body: body, headers: key.map { [("Idempotency-Key", $0)] } ?? [], timeout: timeout)
    }

    /// Posts what a key makes safe to post again, until it is known to have arrived or failed for good.
    ///
    /// - Throws: ``APIFailure``, the fourth time at the latest.
    func deliver(_ path: APIPath, _ body: JSONValue, key: String) async throws -> JSONValue {
        var delay = ReconnectDelay()
        for _ in 0..<3 {
            do { return try await post(path, body, key: key) } catch let failure as APIFailure where failure.isPassing {
                try await Task.sleep(for: delay.next())
                place.lookAgain()
            }
        }
        return try await post(path, body, key: key)
    }

    func put(_ path: APIPath, _ body: JSONValue = [:]) async throws -> JSONValue { try await send(.PUT, path, body: body) }

    func patch(_ path: APIPath, _ body: JSONValue) async throws -> JSONValue { try await send(.PATCH, path, body: body) }

    func delete(_ path: APIPath) async throws -> JSONValue { try await send(.DELETE, path) }

    /// The bytes of a file.
    func bytes(_ path: APIPath) async throws -> [UInt8] {
        try await exchange(.GET, path, body: nil, headers: [], timeout: .seconds(600)).body
    }

    /// Posts a file's bytes and hands back its row.
    func upload(_ path: APIPath, _ bytes: [UInt8], type: String, key: String) async throws -> JSONValue {
        let headers = [("Idempotency-Key", key)]
        let answer = try await exchange(.POST, path, body: (type, bytes), headers: headers, timeout: .seconds(600)).body
        do { return try JSONValue(parsing: answer) } catch { throw APIFailure.malformed(address: location.address) }
    }

    private func send(
        _ method: HTTPMethod, _ path: APIPath, body: JSONValue? = nil, headers: [(String, String)] = [],
        timeout: Duration = patience
    ) async throws -> JSONValue {
        let content = body.map { (type: "application/json", bytes: Array($0.description.utf8)) }
        let (_, bytes) = try await exchange(method, path, body: content, headers: headers, timeout: timeout)
        if bytes.isEmpty { return .null }
        do { return try JSONValue(parsing: bytes) } catch { throw APIFailure.malformed(address: location.address) }
    }

    /// - Throws: ``APIFailure``, `CancellationError`.
    private func exchange(
        _ method: HTTPMethod, _ path: APIPath, body: (type: String, bytes: [UInt8])?, headers: [(String, String)],
        timeout: Duration
    ) async throws -> (status: Int, body: [UInt8]) {
        var request = request(method, path)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body {
            request.headers.add(name: "Content-Type", value: body.type)
            request.body = .bytes(body.bytes)
        }
        do {
            let response = try await http.execute(request, timeout: .milliseconds(timeout.wholeMilliseconds))
            var buffer = try await response.body.collect(upTo: Self.answerLimit)
            let bytes = buffer.readBytes(length: buffer.readableBytes) ?? []
            let status = Int(response.status.code)
            guard (200..<300).contains(status) else { throw refusal(status, bytes) }
            return (status, bytes)
        } catch {
            throw translated(error)
        }
    }

    func request(_ method: HTTPMethod, _ path: APIPath) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: location.address + path.description)
        request.method = method
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "teamx")
        if let token = location.token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        return request
    }

    func refusal(_ status: Int, _ body: [UInt8]) -> APIFailure {
        APIFailure(status: status, body: try? JSONValue(parsing: body), address: location.address)  // no JSON: not our server
    }

    /// What went wrong on the way, in our own words.
    func translated(_ error: any Error) -> any Error {
        if error is APIFailure || error is CancellationError || error is CommandFailure { return error }
        if Task.isCancelled { return CancellationError() }
        guard let client = error as? HTTPClientError else {
            return APIFailure.unreachable(address: location.address, reason: Self.reason(error))
        }
        switch client {
        case .cancelled: return CancellationError()
        case .deadlineExceeded, .readTimeout, .writeTimeout: return APIFailure.timedOut(address: location.address)
        case .connectTimeout: return APIFailure.unreachable(address: location.address, reason: "no connection in time")
        case .invalidURL, .emptyHost, .emptyScheme: return CommandFailure.usage("“\(location.address)” is no server address.")
        default: return APIFailure.unreachable(address: location.address, reason: "the connection broke")
        }
    }

    /// Why no connection came about, in the operating system's words where it said any.
    private static func reason(_ error: any Error) -> String {
        if let error = error as? NIOConnectionError {
            guard let first = error.connectionErrors.first?.error else { return "the name is not known" }
            return reason(first)
        }
        if let error = error as? IOError { return String(cString: strerror(error.errnoCode)).lowercased() }
        return "the connection broke"
    }
}
