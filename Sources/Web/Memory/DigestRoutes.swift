import Domain
import HTTPTypes
import Store

/// What is remembered of a thread, and what people make of it.
enum DigestRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads/{thread}/digest", "Show a thread's summary and pinned facts",
            answer: .object(DigestView.self)
        ) { call in
            try await call.store.read { try .json(of: DigestView.of(call.thread(in: $0), in: $0)) }
        },
        Route(
            .put, "/api/companies/{company}/threads/{thread}/digest", "Write a thread's summary by hand", body: .json(Put.self),
            answer: .object(DigestView.self)
        ) { call in
            let body = try await call.body(Put.self)
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                _ = try ThreadDigest.write(body.summary, of: thread, by: call.author.actor, in: transaction)
                return try .json(of: DigestView.of(thread, in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/digest/refresh", "Have a thread's summary made anew",
            answer: .object(DigestView.self)
        ) { call in
            try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                try ThreadDigest.request(of: thread, by: call.author.actor, in: transaction)
                return try .json(of: DigestView.of(thread, in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/digest/facts",
            "Pin a fact, so that every turn in the thread is told of it", body: .json(Pin.self),
            answer: .object(DigestView.Fact.self), statuses: [.created, .ok]
        ) { call in
            let body = try await call.body(Pin.self)
            return try await call.store.write { transaction in
                let (fact, isNew) = try ThreadDigest.pin(
                    body.fact, source: body.sourceMessageID, in: call.thread(in: transaction), by: call.author.actor, transaction)
                return try .json(of: DigestView.Fact(fact), status: isNew ? .created : .ok)
            }
        },
        Route(
            .put, "/api/companies/{company}/threads/{thread}/digest/facts",
            "Put pinned facts first, in the order named; the others follow as they were", body: .json(Order.self),
            answer: .object(DigestView.self)
        ) { call in
            let body = try await call.body(Order.self)
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                try ThreadDigest.order(body.ids, in: thread, by: call.author.actor, transaction)
                return try .json(of: DigestView.of(thread, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/threads/{thread}/digest/facts/{fact}", "Put other words in a pinned fact's place",
            body: .json(Edit.self), answer: .object(DigestView.Fact.self)
        ) { call in
            let body = try await call.body(Edit.self)
            return try await call.store.write { transaction in
                let fact = try ThreadDigest.edit(
                    call.path("fact"), to: body.fact, in: call.thread(in: transaction), by: call.author.actor, transaction)
                return try .json(of: DigestView.Fact(fact))
            }
        },
        Route(
            .delete, "/api/companies/{company}/threads/{thread}/digest/facts/{fact}", "Unpin a fact",
            answer: .object(DigestView.self)
        ) { call in
            try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                try ThreadDigest.unpin(call.path("fact"), in: thread, by: call.author.actor, transaction)
                return try .json(of: DigestView.of(thread, in: transaction))
            }
        },
    ]

    struct Put: RequestBody {
        var summary: String

        enum CodingKeys: String, CodingKey, CaseIterable { case summary }
    }

    struct Pin: RequestBody {
        var fact: String
        /// The message that says it.
        var sourceMessageID: Message.ID?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case fact
            case sourceMessageID = "source_message_id"
        }
    }

    struct Order: RequestBody {
        var ids: [String]

        enum CodingKeys: String, CodingKey, CaseIterable { case ids }
    }

    struct Edit: RequestBody {
        var fact: String

        enum CodingKeys: String, CodingKey, CaseIterable { case fact }
    }
}
