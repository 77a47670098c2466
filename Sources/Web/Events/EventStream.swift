import Domain
import Hummingbird
import ServiceLifecycle
import Store

/// Follows a company's events for one client: from the log what it has missed, from the feed what happens, without a gap or a
/// repeat, also when the client is too slow for the feed.
struct EventStream: Sendable {
    let company: Company.ID
    let store: Store
    /// Taken before the log is read, so that nothing falls between.
    let subscription: FeedSubscription
    let pen: StreamPen

    init(
        company: Company.ID, store: Store, subscription: FeedSubscription, time: any TimeSource,
        isWelcome: @escaping @Sendable () -> Bool = { true }, cut: @escaping @Sendable () -> Void
    ) {
        self.company = company
        self.store = store
        self.subscription = subscription
        pen = StreamPen(subscription: subscription, time: time, isWelcome: isWelcome, cut: cut)
    }

    private static let page = 200

    /// Writes until the client leaves, the server stops or the feed ends.
    func write(after start: Int, to writer: inout any ResponseBodyWriter) async throws {
        var last = start
        let beat = pen.heartbeat()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await beat() }
            try await pen.send(": connected\n\n", &writer)
            try await catchUp(&last, &writer)
            for await item in subscription.cancelOnGracefulShutdown() {
                switch item {
                case .event(let published):
                    if published.event.seq == last + 1 {
                        try await pen.send(published, &writer)
                        last = published.event.seq
                    } else if published.event.seq > last {
                        try await catchUp(&last, &writer)
                    }
                case .resync: try await catchUp(&last, &writer)
                case .signal(let signal): try await pen.send(Self.frame(signal), &writer)
                case .pulse: try await pen.send(": \n\n", &writer)
                case .texts, .reading: break
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
                try await pen.send(PublishedEvent(event), &writer)
                last = event.seq
            }
            if events.count < Self.page { return }
        }
    }

    private static func frame(_ signal: LiveSignal) -> String {
        let json: JSONValue = [
            "run_id": .string(signal.runID.rawValue), "employee_id": .string(signal.employeeID.rawValue),
            "thread_id": signal.threadID.map { .string($0.rawValue) } ?? .null,
            "ticket_id": signal.ticketID.map { .string($0.rawValue) } ?? .null, "message_id": .string(signal.messageID.rawValue),
            "text": .string(signal.text),
        ]
        return "event: token\ndata: \(json)\n\n"
    }
}
