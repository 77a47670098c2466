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
            let limit = try call.number("limit", in: 1...500, default: 100)
            return try await call.store.read {
                .json(try ResponseJSON.list(try Thread.list(of: call.company(in: $0).id, limit: limit, in: $0)))
            }
        },
        Route(
            .post, "/api/companies/{company}/threads", "Open a group", body: .json(Create.self), answer: .object(Thread.self),
            creates: true
        ) {
            call in
            let body = try await call.body(Create.self)
            let key = try call.clientKey()
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let isNew = try !transaction.knows(Thread.self, clientKey: key, company: company)
                let thread = try Thread.group(
                    body.subject, of: company, employees: body.employeeIDs, by: owner, clientKey: key, in: transaction)
                return try .created(thread, isNew: isNew)
            }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}", "Show a thread with its members",
            answer: .object(Thread.self, with: ["members": .many(.one(ThreadMember.self))])
        ) {
            call in
            try await call.store.read { transaction in
                let thread = try call.thread(in: transaction)
                let members = try thread.members(in: transaction).map { try ResponseJSON.value(of: $0) }
                return .json(try ResponseJSON.value(of: thread, adding: ["members": .array(members)]))
            }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}/messages", "List the latest messages, the oldest of them first",
            query: [.limit], answer: .list(Message.self)
        ) { call in
            let limit = try call.number("limit", in: 1...500, default: 100)
            return try await call.store.read {
                .json(try ResponseJSON.list(try Message.latest(of: call.thread(in: $0).id, limit: limit, in: $0)))
            }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/messages", "Write a message", body: .json(Post.self),
            answer: .object(Message.self), creates: true
        ) { call in
            let body = try await call.body(Post.self)
            let key = try call.clientKey()
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                let isNew = try !transaction.knows(Message.self, clientKey: key, thread: thread.id)
                return try .created(
                    try Message.post(body.content, to: thread, by: .user(owner), clientKey: key, in: transaction), isNew: isNew)
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
