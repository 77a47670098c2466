import AsyncHTTPClient
import Domain
import NIOCore
import NIOHTTP1

/// What a followed stream tells.
enum StreamItem: Sendable {
    /// The server listens to us; everything from here on will come.
    case connected
    case event(EventRecord)
    case token(TokenPiece)
    /// The connection is lost and another is tried.
    case reconnecting
}

/// Whether a stream is followed further.
enum Follow: Sendable {
    case on
    case stop
}

extension APIClient {
    /// How long a lost connection is tried again before the server is given up.
    static let reconnectPatience: Duration = .seconds(60)

    /// Follows a company's events from behind `seq`, without gap or repeat over lost connections, until `handle` has enough.
    ///
    /// - Throws: ``APIFailure``: at once when the first connection fails, later when the server stays away for a minute; and
    ///   whatever `handle` throws, at once: that its own calls fail says nothing of the stream.
    func follow(
        _ company: String, after seq: Int, patience: Duration = reconnectPatience,
        _ handle: (StreamItem) async throws -> Follow
    ) async throws {
        var last = seq
        var wasConnected = false
        var backoff = ReconnectDelay()
        var lostAt: ContinuousClock.Instant?
        while true {
            do {
                let ended = try await stream(company, after: &last) { item in
                    if case .connected = item {
                        wasConnected = true
                        lostAt = nil
                        backoff = ReconnectDelay()
                    }
                    do { return try await handle(item) } catch { throw HandlerFailure(cause: error) }
                }
                if ended == .stop { return }
            } catch let failure as HandlerFailure {
                throw failure.cause
            } catch let failure as APIFailure {
                guard wasConnected, failure.isPassing else { throw failure }
                if let lostAt, ContinuousClock.now - lostAt > patience { throw failure }
            }
            if lostAt == nil {
                lostAt = .now
                if try await handle(.reconnecting) == .stop { return }
            }
            try await Task.sleep(for: backoff.next())
            place.lookAgain()
        }
    }

    /// One connection.
    ///
    /// Returns `.on` when the server ended it.
    private func stream(
        _ company: String, after last: inout Int, _ handle: (StreamItem) async throws -> Follow
    ) async throws -> Follow {
        var request = request(.GET, .company(company, "events").asking("after", "\(last)"))
        request.headers.replaceOrAdd(name: "Accept", value: "text/event-stream")
        do {
            let response = try await http.execute(request, deadline: .distantFuture)
            guard response.status == .ok else {
                var body = try await response.body.collect(upTo: 1 << 20)
                throw refusal(Int(response.status.code), body.readBytes(length: body.readableBytes) ?? [])
            }
            if try await handle(.connected) == .stop { return .stop }
            var decoder = StreamEventDecoder()
            for try await chunk in response.body {
                for event in try decoder.feed(chunk.readableBytesView) {
                    guard let item = Self.item(event) else { continue }
                    if case .event(let record) = item {
                        guard record.seq > last else { continue }
                        last = record.seq
                    }
                    if try await handle(item) == .stop { return .stop }
                }
            }
            return .on
        } catch let failure as HandlerFailure {
            throw failure
        } catch is StreamEventDecoder.TooLarge {
            throw APIFailure.malformed(address: location.address)
        } catch {
            throw translated(error)
        }
    }

    /// What whoever follows threw, kept apart from what befalls the stream.
    private struct HandlerFailure: Error {
        let cause: any Error
    }

    private static func item(_ event: StreamEvent) -> StreamItem? {
        guard let json = try? JSONValue(parsing: event.data) else { return nil }  // not for us
        if event.name == "token" { return TokenPiece(json).map(StreamItem.token) }
        return EventRecord(json).map(StreamItem.event)
    }
}

/// How long to wait before the next connection: half a second at first, twice as long each time, 15 seconds at most.
struct ReconnectDelay: Sendable {
    private var current: Duration = .milliseconds(500)

    mutating func next() -> Duration {
        defer { current = min(current * 2, .seconds(15)) }
        return current
    }
}
