import Domain
import HTTPTypes
import Store

/// How far the person who looks has seen, and what they have put off.
enum SightingRoutes {
    static let all = [
        Route(
            .put, "/api/companies/{company}/seen", "Note up to which event you have seen what happened", body: .json(Seen.self),
            answer: .json(.members(["seq": .number, "seen_at": .number])), reachesClosed: true
        ) { call in
            let body = try await call.body(Seen.self)
            return try await call.store.write { transaction in
                let sighting = try OperatorSighting.note(
                    body.seq, of: call.company(in: transaction).id, by: call.server.owner, in: transaction)
                return .json([
                    "seq": .integer(Int64(sighting.seq)), "seen_at": .integer(sighting.seenAt.milliseconds),
                ])
            }
        },
        Route(
            .put, "/api/companies/{company}/inbox/{matter}/snooze",
            "Keep something out of your inbox until a moment; null has it back", body: .json(Snooze.self),
            answer: .json(.members(["id": .text, "until": .optional(.number)])), reachesClosed: true
        ) { call in
            let body = try await call.body(Snooze.self)
            return try await call.store.write { transaction in
                let item = try call.path("matter")
                let snooze = try InboxSnooze.put(
                    off: item, until: body.until, of: call.company(in: transaction).id, by: call.server.owner, in: transaction)
                return .json([
                    "id": .string(item), "until": snooze.map { .integer($0.until.milliseconds) } ?? .null,
                ])
            }
        },
        Route(
            .put, "/api/companies/{company}/inbox/{matter}/done",
            "Keep failed work out of your inbox for good; it is back when it fails anew", answer: done, reachesClosed: true
        ) { call in
            try await call.store.write { transaction in
                let item = try call.path("matter")
                try InboxSnooze.dismiss(
                    item, of: call.company(in: transaction).id, by: call.server.owner, in: transaction)
                return .json(["id": .string(item), "is_done": true])
            }
        },
        Route(
            .delete, "/api/companies/{company}/inbox/{matter}/done", "Have something back in your inbox that was done",
            answer: done, reachesClosed: true
        ) { call in
            try await call.store.write { transaction in
                let item = try call.path("matter")
                _ = try InboxSnooze.put(
                    off: item, until: nil, of: call.company(in: transaction).id, by: call.server.owner, in: transaction)
                return .json(["id": .string(item), "is_done": false])
            }
        },
    ]

    private static let done = Route.Answer.json(.members(["id": .text, "is_done": .flag]))

    struct Seen: RequestBody {
        var seq: Int

        enum CodingKeys: String, CodingKey, CaseIterable { case seq }
    }

    struct Snooze: RequestBody {
        var until: Timestamp?

        enum CodingKeys: String, CodingKey, CaseIterable { case until }
    }
}

extension Absence {
    static let shape = AnswerShape.members([
        "since": .number, "seq": .number, "tickets_done": .number, "failures": .number, "questions_asked": .number,
        "decisions_waiting": .number, "spent": .text,
    ])

    /// - Parameter waiting: How much waits for the person now.
    func json(waiting: Int) -> JSONValue {
        [
            "since": .integer(since.milliseconds), "seq": .integer(Int64(seq)), "tickets_done": .integer(Int64(ticketsDone)),
            "failures": .integer(Int64(failures)), "questions_asked": .integer(Int64(questionsAsked)),
            "decisions_waiting": .integer(Int64(waiting)), "spent": .string(spent.description),
        ]
    }
}
