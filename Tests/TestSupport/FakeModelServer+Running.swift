import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs a fake provider on a free port of this machine for as long as `body` takes.
package func withFakeModelServer<Result>(
    _ scripts: FakeModelServer.Script..., body: (FakeModelServer) async throws -> Result
) async throws -> Result {
    let (ports, port) = AsyncStream<Int?>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let door = ServerDoor()
    let responder = CallbackResponder<FakeModelContext> { request, context in
        guard let server = door.server else { return Response(status: .serviceUnavailable) }
        return try await server.respond(to: request, on: context.channel)
    }
    var app = Application(
        responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { port.yield($0.localAddress?.port) })
    app.logger.logLevel = .critical
    return try await withThrowingTaskGroup(of: Void.self) { [app] group in
        group.addTask {
            defer { port.finish() }
            try await app.run()
        }
        guard case .some(.some(let number)) = await ports.first(where: { _ in true }) else { throw FakeModelServerError.noPort }
        let server = FakeModelServer(port: number, scripts: scripts)
        door.open(to: server)
        let result = try await body(server)
        group.cancelAll()
        return result
    }
}

package enum FakeModelServerError: Error {
    /// The server did not come up.
    case noPort
    /// Thrown inside of the server to make it drop a connection.
    case dropped
}

/// Where requests find the server, which is made after its port is known.
private final class ServerDoor: Sendable {
    private let place = Mutex<FakeModelServer?>(nil)

    var server: FakeModelServer? { place.withLock(\.self) }

    func open(to server: FakeModelServer) { place.withLock { $0 = server } }
}

/// A request's context that knows the connection, so that it can be cut.
struct FakeModelContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

extension FakeModelServer {
    fileprivate func respond(to request: Hummingbird.Request, on channel: any Channel) async throws -> Response {
        let bytes = try await request.body.collect(upTo: 64 << 20)
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let script = receive(
            Request(
                method: request.method.rawValue, path: request.uri.path, headers: headers,
                body: try? JSONValue(parsing: Array(bytes.readableBytesView))))
        if script.ending == .silent { try await hold(request) }
        var fields = HTTPFields()
        for (name, value) in script.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: script.status), headers: fields,
            body: ResponseBody { writer in
                var rest = script.sent
                while !rest.isEmpty {
                    let piece = rest.prefix(script.pieceSize ?? rest.count)
                    try await writer.write(ByteBuffer(bytes: piece))
                    rest = rest.dropFirst(piece.count)
                }
                switch script.ending {
                case .complete: try await writer.finish(nil)
                case .closed: throw FakeModelServerError.dropped
                case .reset:
                    // Closing without lingering sends a reset instead of an end.
                    try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
                    try await channel.close()
                case .stalled, .silent: try await self.hold(request)
                }
            })
    }

    /// Waits until the client hangs up, and then drops the connection.
    private func hold(_ request: Hummingbird.Request) async throws {
        let (stream, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        try await request.body.consumeWithInboundCloseHandler { _ in
            for await _ in stream { break }
        } onInboundClosed: {
            self.noteHangUp()
            signal.finish()
        }
        throw FakeModelServerError.dropped
    }
}
