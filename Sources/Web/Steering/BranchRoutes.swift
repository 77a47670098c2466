import Domain
import HTTPTypes
import Store

/// Taking a conversation another way: a new answer, other words, a branch.
enum BranchRoutes {
    private static let thread = "/api/companies/{company}/threads/{thread}"

    static let all = [
        Route(
            .post, thread + "/messages/{message}/regenerate", "Ask for another answer in place of the last one",
            answer: .object(Message.self)
        ) { call in
            let id = Message.ID(try call.path("message"))
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                return try .json(of: try Message.regenerate(id, in: thread, by: call.author, transaction))
            }
        },
        Route(
            .put, thread + "/messages/{message}", "Put other words in the place of one's own message and send them",
            body: .json(Words.self), answer: .object(Message.self)
        ) { call in
            let id = Message.ID(try call.path("message"))
            let key = try call.clientKey()
            let body = try await call.body(Words.self)
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                return try .json(
                    of: try Message.edit(
                        id, to: body.content, in: thread, by: call.server.owner, clientKey: key, transaction))
            }
        },
        Route(
            .post, thread + "/fork", "Open a thread that begins like this one, up to a message", body: .json(Fork.self),
            answer: .object(Thread.self), creates: true
        ) { call in
            let body = try await call.body(Fork.self)
            return try await call.create { _, key, transaction in
                try call.thread(in: transaction).fork(
                    at: body.messageID, subject: body.subject, by: call.author, clientKey: key, in: transaction)
            }
        },
    ]

    struct Words: RequestBody {
        var content: String

        enum CodingKeys: String, CodingKey, CaseIterable { case content }
    }

    struct Fork: RequestBody {
        var messageID: Message.ID
        var subject: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case messageID = "message_id"
            case subject
        }
    }
}
