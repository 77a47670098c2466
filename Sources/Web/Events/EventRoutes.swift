import Domain
import HTTPTypes
import Hummingbird
import Store

/// The event log, by the page and as it grows.
enum EventRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/events", "Read the event log, or follow it as text/event-stream",
            query: [.after, .limit],
            answer: .events
        ) { call in
            let isStream = call.request.headers[.accept]?.contains("text/event-stream") == true
            let limit = try call.limit()
            let after = try call.number("after", in: 0...Int.max, default: 0)
            let company = try await call.store.read { try call.company(in: $0).id }
            if isStream { return try await stream(call, company) }
            return try await call.store.read { transaction in
                let events = try Event.page(of: company, after: after, limit: limit, in: transaction)
                return .json(try ResponseJSON.page(events, limit: limit, place: \.seq))
            }
        },
        Route(
            .get, "/api/companies/{company}/events/verification", "Check that no event was changed or removed",
            answer: .json(.members(["count": .number, "flaw": .optional(.anything)]))
        ) { call in
            try await call.store.read { transaction in
                let (count, flaw) = try Event.verify(call.company(in: transaction).id, in: transaction)
                return .json(["count": .integer(Int64(count)), "flaw": try flaw.map { try ResponseJSON.value(of: $0) } ?? .null])
            }
        },
    ]

    /// Leaves connections for other requests.
    private static let streamLimit = 200

    /// Begins behind the last event that the client has seen, or now.
    private static func stream(_ call: Call, _ company: Company.ID) async throws -> Reply {
        var start = call.query("after").flatMap { Int($0) }
        if let last = call.request.headers[.lastEventID] {
            guard let number = Int(last), number >= 0 else {
                throw APIError.invalid("Last-Event-ID", "must be the number of an event")
            }
            start = number
        }
        guard call.store.feed.subscriberCount < streamLimit else {
            throw APIError(
                status: .serviceUnavailable, code: "busy", message: "\(streamLimit) programs follow events already.")
        }
        let subscription = call.store.feed.subscribe(to: company)
        let last = try await call.store.read { try Event.lastSequence(of: company, in: $0) }
        // A client that has seen more than there is saw another database; it goes on with this one.
        let from = min(start ?? last, last)
        let stream = EventStream(
            company: company, store: call.store, subscription: subscription, time: call.server.time, cut: call.cut)
        let request = call.request
        var headers = HTTPFields()
        headers[.contentType] = "text/event-stream; charset=utf-8"
        let body = ResponseBody { writer in
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await stream.write(after: from, to: &writer)
            }
            try await writer.finish(nil)
        }
        return Reply(status: .ok, response: Response(status: .ok, headers: headers, body: body))
    }
}
