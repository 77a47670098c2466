import ServiceLifecycle
import Store

/// Ends all subscriptions when the server stops, after those who write to the feed have stopped.
struct FeedService: Service, CustomStringConvertible {
    var description: String { "feed" }
    let feed: EventFeed

    func run() async throws {
        try? await gracefulShutdown()  // cancelled or asked to stop: the end is the same
        feed.finish()
    }
}
