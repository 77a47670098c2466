import Domain
import HTTPTypes
import Store

/// Conversations and their messages.
enum ThreadRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads", "List threads, those with the latest messages first", query: [.limit],
            answer: .list(Thread.self)
        ) { call in
            let limit = try call.limit()
            return try await call.list { try Thread.list(of: $0, limit: limit, in: $1) }
        },
        Route(
            .post, "/api/companies/{company}/threads", "Open a group", body: .json(Create.self), answer: .object(Thread.self),
            creates: true
        ) {
            call in
            let body = try await call.body(Create.self)
            return try await call.create {
                try Thread.group(
                    body.subject, of: $0, employees: body.employeeIDs, by: call.server.owner, clientKey: $1, in: $2)
            }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}", "Show a thread with its members",
            answer: .object(Thread.self, with: ["members": .many(.one(ThreadMember.self))])
        ) {
            call in
            try await call.store.read { transaction in
                let thread = try call.thread(in: transaction)
                let members = try ResponseJSON.array(thread.members(in: transaction))
                return .json(try ResponseJSON.value(of: thread, adding: ["members": members]))
            }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}/messages", "List the latest messages, the oldest of them first",
            query: [.limit, .flag("superseded")], answer: .list(Message.self)
        ) { call in
            let limit = try call.limit()
            let superseded = try call.flag("superseded")
            return try await call.store.read {
                let messages = try Message.latest(
                    of: call.thread(in: $0).id, limit: limit, superseded: superseded, in: $0)
                return .json(try ResponseJSON.list(messages))
            }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/messages", "Write a message", body: .json(Post.self),
            answer: .object(Message.self), creates: true
        ) { call in
            let body = try await call.body(Post.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                let isKnown = try transaction.known(Message.self, clientKey: key, thread: thread.id) != nil
                let message = try Message.post(body.content, to: thread, by: call.author, clientKey: key, in: transaction)
                return try .json(of: message, status: isKnown ? .ok : .created)
            }
        },
    ]

    struct Create: RequestBody {
        var subject: String
        var employeeIDs: [Employee.ID]

        enum CodingKeys: String, CodingKey, CaseIterable {
            case subject
            case employeeIDs = "employee_ids"
        }
    }

    struct Post: RequestBody {
        var content: String

        enum CodingKeys: String, CodingKey, CaseIterable { case content }
    }
}

extension Call {
    func thread(in transaction: any Transaction) throws -> Thread {
        try Thread.require(Thread.ID(path("thread")), of: company(in: transaction).id, in: transaction)
    }
}
