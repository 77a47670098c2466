import Domain
import HTTPTypes
import Hummingbird
import Store

/// The event log, by the page and as it grows.
enum EventRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/events", "Read the event log, or follow it as text/event-stream",
            query: [.after, .limit, .before, .flag("newest"), .text("type"), .text("actor")],
            answer: .events
        ) { call in
            let isStream = call.request.headers[.accept]?.contains("text/event-stream") == true
            let limit = try call.limit()
            let after = try call.number("after", in: 0...Int.max, default: 0)
            let before = try call.query("before") == nil ? nil : call.number("before", in: 0...Int.max, default: 0)
            let isNewestFirst = try call.flag("newest") || before != nil
            let filter = try call.eventFilter()
            let company = try await call.store.read { try call.company(in: $0).id }
            if isStream { return try await stream(call, company) }
            return try await call.store.read { transaction in
                let events =
                    isNewestFirst
                    ? try Event.latest(of: company, before: before, filter, limit: limit, in: transaction)
                    : try Event.page(of: company, after: after, filter, limit: limit, in: transaction)
                return .json(try ResponseJSON.page(events, limit: limit, place: \.seq))
            }
        },
        Route(
            .get, "/api/companies/{company}/events/export", "Take the events with you, as lines of JSON, the oldest first",
            query: [.text("type"), .text("actor")], answer: .bytes
        ) { call in
            let filter = try call.eventFilter()
            let company = try await call.store.read { try call.company(in: $0) }
            return EventExport(company: company.id, store: call.store, filter: filter).reply(named: company.slug)
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

    /// Begins behind the last event that the client has seen, or now.
    private static func stream(_ call: Call, _ company: Company.ID) async throws -> Reply {
        let start = try call.lastEvent()
        try call.checkRoomForStream()
        let subscription = call.store.feed.subscribe(to: company)
        let last = try await call.store.read { try Event.lastSequence(of: company, in: $0) }
        // A client that has seen more than there is saw another database; it goes on with this one.
        let from = min(start ?? last, last)
        let stream = EventStream(
            company: company, store: call.store, subscription: subscription, time: call.server.time,
            isWelcome: call.welcome(), cut: call.cut)
        return call.streamed { try await stream.write(after: from, to: &$0) }
    }
}

extension Call {
    /// Which events are asked for: types separated by commas, those that end with a point whole families, and who did it.
    fileprivate func eventFilter() throws -> Event.Filter {
        let types = query("type")?.split(separator: ",").map(String.init) ?? []
        guard types.count <= 50 else { throw APIError.invalid("type", "must be at most 50 types, separated by commas") }
        return Event.Filter(types: types, actor: query("actor"))
    }
}
