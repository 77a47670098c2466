import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// Calling meetings, following them, taking part.
enum MeetingRoutes {
    private static let one = "/api/companies/{company}/meetings/{meeting}"

    static let all = [
        Route(
            .get, "/api/companies/{company}/meetings", "List meetings, the newest first", query: [.limit, .text("after")],
            answer: .list(Meeting.self)
        ) { call in
            try await call.page(by: { ListPlace($0.startedAt, $0.id.rawValue) }) {
                try Meeting.list(of: $0, after: $1, limit: $2, in: $3)
            }
        },
        Route(
            .post, "/api/companies/{company}/meetings", "Call a meeting; the company's other work waits until its end",
            body: .json(MeetingCall.self), answer: .object(Meeting.self), creates: true
        ) { call in
            let body = try await call.body(MeetingCall.self)
            return try await call.create { try Meeting.call(body.call, of: $0, by: call.author, clientKey: $1, in: $2) }
        },
        Route(.get, one, "Show a meeting with its turns and what was said", answer: .object(Meeting.self, with: shape)) { call in
            try await call.store.read { transaction in
                let meeting = try call.meeting(in: transaction)
                return .json(
                    try ResponseJSON.value(
                        of: meeting,
                        adding: [
                            "turns": try ResponseJSON.array(meeting.turns(in: transaction)),
                            "messages": try ResponseJSON.array(meeting.messages(in: transaction)),
                        ]))
            }
        },
        Route(.get, one + "/minutes", "Hand out a meeting's minutes as Markdown", answer: .bytes) { call in
            let text = try await call.store.read { transaction in
                guard let minutes = try call.meeting(in: transaction).minutesMd else {
                    throw RuleViolation.conflict("The meeting is still on: there are no minutes yet.")
                }
                return minutes
            }
            var headers = HTTPFields()
            headers[.contentType] = "text/markdown; charset=utf-8"
            headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
            return Reply(
                status: .ok,
                response: Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text))))
        },
        Route(
            .post, one + "/interject", "Say something in a meeting; it is answered next", body: .json(MeetingInterjecting.self),
            answer: .object(Message.self), creates: true
        ) { call in
            let body = try await call.body(MeetingInterjecting.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let meeting = try call.meeting(in: transaction)
                let isKnown = try transaction.known(Message.self, clientKey: key, thread: meeting.threadID) != nil
                let message = try meeting.interject(
                    body.content, to: body.to, by: call.author, clientKey: key, in: transaction)
                return try .json(of: message, status: isKnown ? .ok : .created)
            }
        },
        Route(
            .post, one + "/call-on", "Let somebody speak next", body: .json(MeetingCallingOn.self), answer: .object(Meeting.self)
        ) { call in
            let body = try await call.body(MeetingCallingOn.self)
            return try await change(call) { try $0.callOn(body.employeeID, question: body.question, by: call.author, in: $1) }
        },
        Route(
            .post, one + "/end", "End a meeting: by the chair's closing words, or at once", body: .json(MeetingEnding.self),
            answer: .object(Meeting.self)
        ) { call in
            let body = try await call.body(MeetingEnding.self)
            return try await change(call) { try $0.end(now: body.now ?? false, by: call.author.actor, in: $1) }
        },
        Route(
            .post, one + "/action-items/confirm", "Make tickets of all action items that are none yet",
            answer: .list(Ticket.self)
        ) { call in
            try await call.store.write { transaction in
                let meeting = try call.meeting(in: transaction)
                return .json(try ResponseJSON.list(try meeting.confirmItems(by: call.author, in: transaction)))
            }
        },
        Route(
            .patch, one + "/action-items/{item}", "Change an action item that is no ticket yet, or decline it",
            body: .json(MeetingItemPatch.self), answer: .object(Meeting.self)
        ) { call in
            let body = try await call.body(MeetingItemPatch.self)
            let number = try call.itemNumber()
            return try await change(call) { _ = try $0.changeItem(number, body.changes, by: call.author, in: $1) }
        },
        Route(
            .post, one + "/action-items/{item}/confirm", "Make a ticket of an action item, once",
            answer: .object(Ticket.self)
        ) { call in
            try await call.store.write { transaction in
                let meeting = try call.meeting(in: transaction)
                return try .json(of: try meeting.confirmItem(call.itemNumber(), by: call.author, in: transaction))
            }
        },
    ]

    private static let shape: [String: AnswerShape] = [
        "turns": .many(.one(Meeting.Turn.self)), "messages": .many(.one(Message.self)),
    ]

    private static func change(
        _ call: Call, _ verb: @escaping @Sendable (Meeting, any Transaction) throws -> Void
    ) async throws -> Reply {
        try await call.store.write { transaction in
            let meeting = try call.meeting(in: transaction)
            try verb(meeting, transaction)
            return try .json(of: try Meeting.require(meeting.id, of: meeting.companyID, in: transaction))
        }
    }
}

extension Call {
    fileprivate func meeting(in transaction: any Transaction) throws -> Meeting {
        try Meeting.require(Meeting.ID(path("meeting")), of: company(in: transaction).id, in: transaction)
    }

    /// - Throws: `RuleViolation` for what is no number.
    fileprivate func itemNumber() throws -> Int {
        guard let number = try Int(path("item")) else { throw RuleViolation.notFound("action item") }
        return number
    }
}
