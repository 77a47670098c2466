import Domain
import NIOCore
import NIOHTTP1

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One client of a fake provider, on the wire: reads requests and answers them as the scripts say.
final class FakeModelConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: FakeModelServer
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    /// An answer is held back: if the connection ends now, it was the client who ended it.
    private var isHolding = false

    init(server: FakeModelServer) { self.server = server }

    func channelActive(context: ChannelHandlerContext) { server.connected(context.channel) }

    func channelInactive(context: ChannelHandlerContext) { if isHolding { server.noteHangUp() } }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += Array(bytes.readableBytesView)
        case .end:
            guard let head else { return }
            var headers: [String: String] = [:]
            for (name, value) in head.headers { headers[name.lowercased()] = value }
            let request = FakeModelServer.Request(
                method: head.method.rawValue, path: head.uri, headers: headers, body: try? JSONValue(parsing: body))  // or nil
            let script = server.receive(request)
            let turn = context.eventLoop.makePromise(of: Void.self)
            turn.futureResult.assumeIsolated().whenSuccess { self.answer(with: script, context) }
            server.line(up: turn)
        }
    }

    private func answer(with script: FakeModelServer.Script, _ context: ChannelHandlerContext) {
        if script.ending == .silent {
            isHolding = true
            return
        }
        var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: script.status))
        for (name, value) in script.headers { head.headers.add(name: name, value: value) }
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        var rest = script.sent
        while !rest.isEmpty {
            let piece = rest.prefix(script.pieceSize ?? rest.count)
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: piece)))), promise: nil)
            rest = rest.dropFirst(piece.count)
        }
        switch script.ending {
        case .complete: context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .closed: context.close(promise: nil)
        case .reset:
            // Closing without lingering sends a reset instead of an end.
            let noLinger = linger(l_onoff: 1, l_linger: 0)
            (context.channel as? any SocketOptionProvider)?.setSoLinger(noLinger).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        case .stalled, .silent: isHolding = true
        }
    }
}
