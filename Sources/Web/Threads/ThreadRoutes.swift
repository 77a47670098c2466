import Domain
import HTTPTypes
import Store

/// Conversations: which there are, what they are called, and how far they are read.
enum ThreadRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads", "List threads, those with the latest messages first",
            query: [
                .word("kind", of: ThreadKind.self), .text("employee"), .flag("unread"), .flag("archived"), .limit, .text("after"),
            ],
            answer: .json(.list(shape))
        ) { call in try await list(call) },
        Route(
            .post, "/api/companies/{company}/threads",
            "Open a group or a thread for announcements, or find the direct conversation or the ticket's own",
            body: .json(ThreadCreation.self), answer: .object(Thread.self), creates: true
        ) { call in
            let body = try await call.body(ThreadCreation.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                // What is made from here on has a greater id.
                let mark: Thread.ID = transaction.makeID()
                let company = try call.company(in: transaction).id
                let thread = try body.open(in: company, by: call.server.owner, key: key, transaction)
                return try .json(of: thread, status: thread.id.rawValue > mark.rawValue ? .created : .ok)
            }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}", "Show a thread with its members, and up to where it is read",
            answer: .json(.one(Thread.self, with: members.merging(["read_up_to": .optional(.text)]) { own, _ in own }))
        ) { call in
            try await call.store.read { transaction in
                let thread = try call.thread(in: transaction)
                var value = try values(of: [thread], for: call.server.owner, transaction).first?.object ?? [:]
                value["read_up_to"] =
                    try thread.readMark(of: call.server.owner, in: transaction).map { .string($0.rawValue) } ?? .null
                return .json(.object(value))
            }
        },
        Route(
            .patch, "/api/companies/{company}/threads/{thread}", "Rename a group, put a thread away, or take it up again",
            body: .json(Change.self), answer: .object(Thread.self)
        ) { call in
            let body = try await call.body(Change.self)
            return try await call.store.write { transaction in
                let changes = Thread.Changes(subject: body.subject, archived: body.archived)
                return try .json(of: call.thread(in: transaction).change(changes, by: call.author, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/threads/{thread}/read", "Mark a thread as read, up to a message or all of it",
            body: .json(Mark.self),
            answer: .json(.members(["thread_id": .text, "message_id": .optional(.text), "unread": .number])), reachesClosed: true
        ) { call in
            let body = try await call.body(Mark.self)
            let (reading, company, isNew) = try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                let reader = call.server.owner
                let before = try thread.readMark(of: reader, in: transaction)
                try thread.markRead(upTo: body.messageID, by: reader, in: transaction)
                let mark = try thread.readMark(of: reader, in: transaction)
                let unread = try Thread.unread(in: [thread.id], by: reader, transaction)[thread.id] ?? 0
                return (ThreadReading(thread: thread.id, message: mark, unread: unread), thread.companyID, mark != before)
            }
            if isNew { call.store.feed.tell(reading, of: company) }
            return .json(reading.json)
        },
    ]

    private static let members: [String: AnswerShape] = ThreadNames.shape.merging([
        "members": .many(.one(ThreadMember.self, with: ["name": .optional(.text)])), "unread": .number,
        "last_message": .optional(
            .members(["id": .text, "author_id": .text, "author": .optional(.text), "at": .number, "text": .text])),
    ]) { own, _ in own }
    private static let shape = AnswerShape.one(Thread.self, with: members)

    private static func list(_ call: Call) async throws -> Reply {
        let limit = try call.limit()
        let place = try call.listPlace()
        let filter = Thread.Filter(
            kind: try call.word("kind", as: ThreadKind.self), member: call.query("employee").map { Employee.ID($0) },
            unread: try call.flag("unread"), archived: try call.flag("archived"))
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction).id
            let reader = call.server.owner
            let threads = try Thread.list(of: company, filter, for: reader, after: place, limit: limit, in: transaction)
            let next = threads.count == limit ? threads.last?.listPlace.text : nil
            return .json([
                "items": .array(try values(of: threads, for: reader, transaction)), "next": next.map { .string($0) } ?? .null,
            ])
        }
    }

    /// Threads with who takes part in them, by name, and how much of each is unread.
    private static func values(
        of threads: [Thread], for reader: Operator.ID, _ transaction: any Transaction
    ) throws -> [JSONValue] {
        let members = try Thread.members(of: threads.map(\.id), in: transaction)
        let lines = try Message.lastLines(of: threads.map(\.id), in: transaction)
        let names = try Employee.names(
            of: Set(members.values.joined().map(\.memberID)).union(lines.values.map(\.authorID)), in: transaction)
        let unread = try Thread.unread(in: threads.map(\.id), by: reader, transaction)
        let called = try ThreadNames(threads, in: transaction)
        return try threads.map { thread in
            let people = (members[thread.id] ?? []).filter { $0.memberKind == .employee }.compactMap { names[$0.memberID] }
            let seated = try (members[thread.id] ?? []).map { member in
                try ResponseJSON.value(of: member, adding: ["name": names[member.memberID].map { .string($0) } ?? .null])
            }
            return try ResponseJSON.value(
                of: thread,
                adding: called.members(of: thread, people: people).merging([
                    "members": .array(seated), "unread": .integer(Int64(unread[thread.id] ?? 0)),
                    "last_message": lines[thread.id].map { line -> JSONValue in
                        [
                            "id": .string(line.id.rawValue), "author_id": .string(line.authorID),
                            "author": names[line.authorID].map { .string($0) } ?? .null,
                            "at": .integer(line.at.milliseconds), "text": .string(line.text),
                        ]
                    } ?? .null,
                ]) { own, _ in own })
        }
    }

    struct Change: RequestBody {
        var subject: String?
        var archived: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable { case subject, archived }
    }

    struct Mark: RequestBody {
        var messageID: Message.ID?

        enum CodingKeys: String, CodingKey, CaseIterable { case messageID = "message_id" }
    }
}

extension Call {
    func thread(in transaction: any Transaction) throws -> Thread {
        try Thread.require(Thread.ID(path("thread")), of: company(in: transaction).id, in: transaction)
    }
}

extension ThreadReading {
    var json: JSONValue {
        [
            "thread_id": .string(thread.rawValue), "message_id": message.map { .string($0.rawValue) } ?? .null,
            "unread": .integer(Int64(unread)),
        ]
    }
}
