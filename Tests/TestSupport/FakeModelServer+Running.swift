import NIOCore
import NIOHTTP1
import NIOPosix

/// Runs a fake provider on a free port of this machine for as long as `body` takes.
package func withFakeModelServer<Result>(
    _ scripts: FakeModelServer.Script..., body: (FakeModelServer) async throws -> Result
) async throws -> Result {
    let server = FakeModelServer(scripts: scripts)
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                // Without the handler for pipelined requests, which would not notice a client that hangs up meanwhile.
                try channel.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
                try channel.pipeline.syncOperations.addHandler(FakeModelConnection(server: server))
            }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    server.listens(on: listener.localAddress?.port ?? 0)
    let outcome: Swift.Result<Result, any Error>
    do { outcome = .success(try await body(server)) } catch { outcome = .failure(error) }
    server.letGo()
    try await listener.close()
    for connection in server.connections { try? await connection.close() }  // most are closed by now, which is an error here
    return try outcome.get()
}
