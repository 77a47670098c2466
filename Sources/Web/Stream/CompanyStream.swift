import Domain
import Hummingbird
import ServiceLifecycle
import Store

/// What the cockpit lives on: a company's events as they happen, and what its employees are writing, for one client.
///
/// Events come each once and in order. A client that has missed more than is told again is told to begin anew.
struct CompanyStream: Sendable {
    let company: Company.ID
    let store: Store
    /// Taken before the log is read, so that nothing falls between.
    let subscription: FeedSubscription
    /// Which start of the server this is.
    let epoch: Int
    let pen: StreamPen

    private static let page = 200
    /// What frames of events are called, whatever their type: a browser cannot listen to names that it does not know.
    private static let log = "log"
    /// How many events are told again; whoever has missed more reads what is to be seen anew.
    static let window = 1000

    /// Writes until the client leaves, the server stops or the feed ends.
    ///
    /// - Parameter start: The last event that the client has seen; `nil` when it begins now.
    func write(after start: Int?, to writer: inout any ResponseBodyWriter) async throws {
        let beat = pen.heartbeat()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await beat() }
            let head = try await head()
            try await pen.send("event: hello\ndata: \(moment(head, ["now": .integer(pen.time.now().milliseconds)]))\n\n", &writer)
            var last = start ?? head
            if last > head { try await reset(&last, to: head, &writer) }
            if start != nil { try await catchUp(&last, &writer) }
            try await sendTexts(&writer)
            for await item in subscription.cancelOnGracefulShutdown() {
                switch item {
                case .event(let published):
                    if published.event.seq == last + 1 {
                        try await pen.send(published, as: Self.log, &writer)
                        last = published.event.seq
                    } else if published.event.seq > last {
                        try await catchUp(&last, &writer)
                    }
                case .resync:
                    try await catchUp(&last, &writer)
                    // What was read may be among what was dropped, and stands in no log.
                    try await pen.send("event: read\ndata: {}\n\n", &writer)
                    try await sendTexts(&writer)
                case .texts: try await sendTexts(&writer)
                case .reading(let reading):
                    try await pen.send("event: read\ndata: \(reading.json)\n\n", &writer)
                case .pulse: try await pen.send("event: pulse\ndata: {}\n\n", &writer)
                case .signal: break
                }
            }
            group.cancelAll()
        }
    }

    private func head() async throws -> Int { try await store.read { try Event.lastSequence(of: company, in: $0) } }

    /// Sends what the log has behind `last`, or says that it is too much.
    private func catchUp(_ last: inout Int, _ writer: inout any ResponseBodyWriter) async throws {
        let head = try await head()
        if head - last > Self.window { return try await reset(&last, to: head, &writer) }
        while true {
            let from = last
            let events = try await store.read { try Event.page(of: company, after: from, limit: Self.page, in: $0) }
            for event in events {
                try await pen.send(PublishedEvent(event), as: Self.log, &writer)
                last = event.seq
            }
            if events.count < Self.page { return }
        }
    }

    private func reset(_ last: inout Int, to head: Int, _ writer: inout any ResponseBodyWriter) async throws {
        try await pen.send("event: reset\ndata: \(moment(head))\n\n", &writer)
        last = head
    }

    private func sendTexts(_ writer: inout any ResponseBodyWriter) async throws {
        for piece in subscription.texts() {
            try await pen.send("event: \(piece.isSnapshot ? "tok.snapshot" : "tok")\ndata: \(piece.json)\n\n", &writer)
        }
    }

    private func moment(_ sequence: Int, _ more: [String: JSONValue] = [:]) -> JSONValue {
        .object(["seq": .integer(Int64(sequence)), "epoch": .integer(Int64(epoch))].merging(more) { own, _ in own })
    }
}
