import Domain
import Hummingbird
import NIOCore
import ServiceLifecycle
import Store
import Synchronization

/// Follows a company's events for one client: from the log what it has missed, from the feed what happens, without a gap or a
/// repeat, also when the client is too slow for the feed.
struct EventStream: Sendable {
    let company: Company.ID
    let store: Store
    /// Taken before the log is read, so that nothing falls between.
    let subscription: FeedSubscription
    let time: any TimeSource
    /// Ends the connection of a client that takes nothing any more.
    let cut: @Sendable () -> Void

    private let writing = Writing()

    init(
        company: Company.ID, store: Store, subscription: FeedSubscription, time: any TimeSource,
        cut: @escaping @Sendable () -> Void
    ) {
        self.company = company
        self.store = store
        self.subscription = subscription
        self.time = time
        self.cut = cut
    }

    private static let page = 200
    private static let pulse = Duration.seconds(15)
    /// How long one write may take.
    private static let patience = Duration.seconds(60)

    /// Writes until the client leaves, the server stops or the feed ends.
    func write(after start: Int, to writer: inout any ResponseBodyWriter) async throws {
        var last = start
        let beat = heartbeat()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await beat() }
            try await send(ByteBuffer(string: ": connected\n\n"), &writer)
            try await catchUp(&last, &writer)
            for await item in subscription.cancelOnGracefulShutdown() {
                switch item {
                case .event(let published):
                    if published.event.seq == last + 1 {
                        try await send(Self.frame(published), &writer)
                        last = published.event.seq
                    } else if published.event.seq > last {
                        try await catchUp(&last, &writer)
                    }
                case .resync: try await catchUp(&last, &writer)
                case .signal(let signal): try await send(Self.frame(signal), &writer)
                case .pulse: try await send(ByteBuffer(string: ": \n\n"), &writer)
                }
            }
            group.cancelAll()
        }
    }

    /// Sends what the log has behind `last`.
    private func catchUp(_ last: inout Int, _ writer: inout any ResponseBodyWriter) async throws {
        while true {
            let from = last
            let events = try await store.read { try Event.page(of: company, after: from, limit: Self.page, in: $0) }
            for event in events {
                try await send(Self.frame(PublishedEvent(event)), &writer)
                last = event.seq
            }
            if events.count < Self.page { return }
        }
    }

    private func send(_ frame: ByteBuffer, _ writer: inout any ResponseBodyWriter) async throws {
        writing.since = time.now()
        defer { writing.since = nil }
        try await writer.write(frame)
    }

    /// Keeps connections open that carry nothing for a while, and ends those whose other end reads nothing.
    private func heartbeat() -> @Sendable () async throws -> Void {
        let (time, subscription, writing, cut) = (time, subscription, writing, cut)
        return {
            while true {
                try await time.sleep(until: time.now() + Self.pulse)
                if let since = writing.since, time.now() - since >= Self.patience { return cut() }
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

    private static func frame(_ published: PublishedEvent) -> ByteBuffer {
        ByteBuffer(string: "id: \(published.event.seq)\nevent: \(published.event.eventType.oneLine)\ndata: \(published.json)\n\n")
    }

    private static func frame(_ signal: LiveSignal) -> ByteBuffer {
        let json: JSONValue = [
            "run_id": .string(signal.runID.rawValue), "employee_id": .string(signal.employeeID.rawValue),
            "thread_id": signal.threadID.map { .string($0.rawValue) } ?? .null,
            "ticket_id": signal.ticketID.map { .string($0.rawValue) } ?? .null, "message_id": .string(signal.messageID.rawValue),
            "text": .string(signal.text),
        ]
        return ByteBuffer(string: "event: token\ndata: \(json)\n\n")
    }
}

extension String {
    /// Without line breaks, which would end a field of the stream.
    fileprivate var oneLine: String { contains(where: \.isNewline) ? String(filter { !$0.isNewline }) : self }
}
