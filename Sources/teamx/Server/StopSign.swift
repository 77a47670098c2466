import ServiceLifecycle

/// Ends the server when somebody inside it asks for that.
struct StopSign: Service, CustomStringConvertible {
    var description: String { "stop" }
    private let stream: AsyncStream<Void>
    private let sign: AsyncStream<Void>.Continuation

    init() { (stream, sign) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func raise() { sign.finish() }

    func run() async throws {
        for await _ in stream.cancelOnGracefulShutdown() {}
    }
}
