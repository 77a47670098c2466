import Domain
import HTTPTypes
import Hummingbird
import Store

/// The one connection that a browser keeps.
enum StreamRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/stream",
            "Follow what happens in a company and what its employees write, as text/event-stream",
            query: [.after, .text("tails"), .text("thread"), .text("run")], answer: .stream, takesTicket: true
        ) { call in try await follow(call) }
    ]

    private static func follow(_ call: Call) async throws -> Reply {
        let start = try call.lastEvent()
        let topics = LiveTopics(
            tails: try call.wantsTails(), threads: Set(try call.names("thread").map { Thread.ID($0) }),
            runs: Set(try call.names("run").map { Run.ID($0) }))
        let company = try await call.store.read { try call.company(in: $0).id }
        try call.checkRoomForStream()
        let subscription = call.store.feed.follow(company, topics)
        let stream = CompanyStream(
            company: company, store: call.store, subscription: subscription, epoch: call.server.configuration.epoch,
            pen: StreamPen(
                subscription: subscription, time: call.server.time, isWelcome: call.welcome(), cut: call.cut))
        return call.streamed { try await stream.write(after: start, to: &$0) }
    }
}

extension Call {
    /// How many connections may follow at once; it leaves some for other requests.
    private static let streamLimit = 200
    private static let nameLimit = 50

    /// The last event that the client has seen, `nil` for one that begins now.
    ///
    /// - Throws: ``APIError`` when it is no number.
    func lastEvent() throws -> Int? {
        if let last = request.headers[.lastEventID] {
            guard let number = Int(last), number >= 0 else {
                throw APIError.invalid("Last-Event-ID", "must be the number of an event")
            }
            return number
        }
        guard query("after") != nil else { return nil }
        return try number("after", in: 0...Int.max, default: 0)
    }

    /// Tells whether the client may still follow: a browser until its session ends, a program always.
    func welcome() -> @Sendable () -> Bool {
        let (sessions, time) = (server.sessions, server.time)
        guard request.headers[.authorization] == nil, let session = sessions.session(of: request.head, port: port, at: time.now())
        else { return { true } }
        return { sessions.isOpen(session, at: time.now()) }
    }

    /// - Throws: ``APIError`` when as many follow as may.
    func checkRoomForStream() throws {
        guard store.feed.subscriberCount < Self.streamLimit else {
            throw APIError(
                status: .serviceUnavailable, code: "busy", message: "\(Self.streamLimit) programs follow events already.")
        }
    }

    /// An answer that goes on until the client leaves.
    func streamed(_ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void) -> Reply {
        var headers = HTTPFields()
        headers[.contentType] = "text/event-stream; charset=utf-8"
        let request = request
        let body = ResponseBody { writer in
            try await request.body.consumeWithCancellationOnInboundClose { _ in try await write(&writer) }
            try await writer.finish(nil)
        }
        return Reply(status: .ok, response: Response(status: .ok, headers: headers, body: body))
    }

    fileprivate func wantsTails() throws -> Bool {
        query("tails") == "1" ? true : query("tails") == "0" ? false : try flag("tails")
    }

    /// Names that are separated by commas.
    fileprivate func names(_ parameter: String) throws -> [String] {
        let names = query(parameter)?.split(separator: ",").map(String.init) ?? []
        guard names.count <= Self.nameLimit else {
            throw APIError.invalid(parameter, "must be at most \(Self.nameLimit) ids, separated by commas")
        }
        return names
    }
}
