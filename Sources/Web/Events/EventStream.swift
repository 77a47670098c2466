import Domain
import Hummingbird
import NIOCore
import ServiceLifecycle
import Store

/// Follows a company's events for one client: from the log what it has missed, from the feed what happens, without a gap or a
/// repeat, also when the client is too slow for the feed.
struct EventStream: Sendable {
    let company: Company.ID
    let store: Store
    /// Taken before the log is read, so that nothing falls between.
    let subscription: FeedSubscription
    let time: any TimeSource

    private static let page = 200
    private static let pulse = Duration.seconds(15)

    /// Writes until the client leaves, the server stops or the feed ends.
    func write(after start: Int, to writer: inout any ResponseBodyWriter) async throws {
        var last = start
        try await writer.write(ByteBuffer(string: ": connected\n\n"))
        try await catchUp(&last, &writer)
        let beat = heartbeat()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await beat() }
            for await item in subscription.cancelOnGracefulShutdown() {
                switch item {
                case .event(let published):
                    if published.event.seq == last + 1 {
                        try await writer.write(Self.frame(published))
                        last = published.event.seq
                    } else if published.event.seq > last {
                        try await catchUp(&last, &writer)
                    }
                case .resync: try await catchUp(&last, &writer)
                case .signal(let signal): try await writer.write(Self.frame(signal))
                case .pulse: try await writer.write(ByteBuffer(string: ": \n\n"))
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
                try await writer.write(Self.frame(PublishedEvent(event)))
                last = event.seq
            }
            if events.count < Self.page { return }
        }
    }

    /// Keeps connections open that carry nothing for a while.
    private func heartbeat() -> @Sendable () async throws -> Void {
        let (time, subscription) = (time, subscription)
        return {
            while true {
                try await time.sleep(until: time.now() + Self.pulse)
                subscription.pulse()
            }
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
