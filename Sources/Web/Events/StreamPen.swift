import Domain
import Hummingbird
import NIOCore
import Store
import Synchronization

/// Writes a stream to one client: says now and then that it is there, and ends the connection of one that takes nothing any more.
struct StreamPen: Sendable {
    let subscription: FeedSubscription
    let time: any TimeSource
    /// Ends the connection.
    let cut: @Sendable () -> Void
    /// Whether the client may still follow.
    let isWelcome: @Sendable () -> Bool

    private let writing = Writing()

    init(
        subscription: FeedSubscription, time: any TimeSource, isWelcome: @escaping @Sendable () -> Bool = { true },
        cut: @escaping @Sendable () -> Void
    ) {
        self.isWelcome = isWelcome
        self.subscription = subscription
        self.time = time
        self.cut = cut
    }

    private static let pulse = Duration.seconds(15)
    /// How long one write may take.
    private static let patience = Duration.seconds(60)

    func send(_ frame: String, _ writer: inout any ResponseBodyWriter) async throws {
        writing.since = time.now()
        defer { writing.since = nil }
        try await writer.write(ByteBuffer(string: frame))
    }

    /// An event as the log's readers know it.
    ///
    /// - Parameter name: What the frame is called; the event's type unless told.
    func send(_ published: PublishedEvent, as name: String? = nil, _ writer: inout any ResponseBodyWriter) async throws {
        let event = published.event
        try await send("id: \(event.seq)\nevent: \(name ?? event.eventType.oneLine)\ndata: \(published.json)\n\n", &writer)
    }

    /// Keeps connections open that carry nothing for a while, and ends those whose other end reads nothing or was signed out.
    func heartbeat() -> @Sendable () async throws -> Void {
        let (time, subscription, writing, cut, isWelcome) = (time, subscription, writing, cut, isWelcome)
        return {
            while true {
                try await time.sleep(until: time.now() + Self.pulse)
                if let since = writing.since, time.now() - since >= Self.patience { return cut() }
                guard isWelcome() else { return cut() }
                subscription.pulse()
            }
        }
    }

    /// Since when the client has been given something that it has not taken.
    private final class Writing: Sendable {
        private let moment = Mutex<Timestamp?>(nil)

        var since: Timestamp? {
            get { moment.withLock { $0 } }
            set { moment.withLock { $0 = newValue } }
        }
    }
}

extension String {
    /// Without line breaks, which would end a field of the stream.
    fileprivate var oneLine: String { contains(where: \.isNewline) ? String(filter { !$0.isNewline }) : self }
}
