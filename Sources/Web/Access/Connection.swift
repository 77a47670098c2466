import Hummingbird
import NIOCore

/// What a request came in through.
struct Connection: RequestContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Ends the connection, whatever is still on its way.
    var cut: @Sendable () -> Void {
        { [channel] in channel.close(promise: nil) }
    }
}
