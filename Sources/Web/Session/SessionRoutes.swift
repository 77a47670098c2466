import Domain
import HTTPTypes
import Hummingbird

/// How a browser is let in, and how it leaves.
enum SessionRoutes {
    static let all = [
        Route(
            .post, "/api/session", "Let this browser in", permission: .everyone, body: .json(Entry.self),
            answer: .json(.members(["csrf": .text]))
        ) { call in
            let entry = try await call.body(Entry.self)
            let now = call.server.time.now()
            try call.server.sessions.codes.redeem(entry.code, at: now)
            let session = call.server.sessions.begin(at: now)
            return .json(["csrf": .string(session.pageKey)]).setting(cookie: session.cookieLine(port: call.port))
        },
        Route(.delete, "/api/session", "Sign this browser out", answer: .json(.members(["signed_in": .flag]))) { call in
            let now = call.server.time.now()
            if let session = call.server.sessions.session(of: call.request.head, port: call.port, at: now) {
                try call.server.sessions.end(session, at: now)
            }
            return .json(["signed_in": false]).setting(cookie: BrowserSession.endingLine(port: call.port))
        },
        Route(
            .post, "/api/session/tickets", "Give out a ticket with which this browser opens what takes one",
            answer: .json(.members(["ticket": .text, "expires_at": .number])), statuses: [.created]
        ) { call in
            let now = call.server.time.now()
            guard let session = call.server.sessions.session(of: call.request.head, port: call.port, at: now) else {
                throw APIError(
                    status: .conflict, code: "conflict", message: "Tickets are for browsers: a program sends the server's token.")
            }
            let ticket = call.server.sessions.ticket(for: session, at: now)
            let answer: JSONValue = ["ticket": .string(ticket.text), "expires_at": .integer(ticket.expiresAt.milliseconds)]
            return .json(answer, status: .created)
        },
        Route(
            .post, "/api/session/codes", "Give out a code that lets a browser in once", permission: .program,
            answer: .json(.members(["code": .text, "expires_at": .number])), statuses: [.created]
        ) { call in
            let issued = call.server.sessions.codes.issue(at: call.server.time.now())
            let answer: JSONValue = ["code": .string(issued.code), "expires_at": .integer(issued.expiresAt.milliseconds)]
            return .json(answer, status: .created)
        },
    ]

    struct Entry: RequestBody {
        let code: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case code
        }
    }
}

extension Reply {
    fileprivate func setting(cookie: String) -> Reply {
        var reply = self
        reply.response.headers[.setCookie] = cookie
        return reply
    }
}
