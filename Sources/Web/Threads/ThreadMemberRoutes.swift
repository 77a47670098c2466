import Domain
import HTTPTypes
import Store

/// Who takes part in a thread.
enum ThreadMemberRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads/{thread}/members", "List who takes part in a thread",
            answer: .list(ThreadMember.self)
        ) { call in
            try await call.store.read { .json(try ResponseJSON.list(try call.thread(in: $0).members(in: $0))) }
        },
        Route(
            .put, "/api/companies/{company}/threads/{thread}/members/{member}",
            "Make an employee or a person a member, or give a member another role", body: .json(Seat.self),
            answer: .object(ThreadMember.self)
        ) { call in
            let body = try await call.body(Seat.self)
            return try await call.store.write { transaction in
                try .json(
                    of: call.thread(in: transaction).seat(
                        call.path("member"), as: body.role, by: call.author, in: transaction))
            }
        },
        Route(
            .delete, "/api/companies/{company}/threads/{thread}/members/{member}", "Take somebody out of a thread",
            answer: .list(ThreadMember.self)
        ) { call in
            try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                try thread.unseat(call.path("member"), by: call.author, in: transaction)
                return .json(try ResponseJSON.list(try thread.members(in: transaction)))
            }
        },
    ]

    struct Seat: RequestBody {
        var role: ThreadRole?

        enum CodingKeys: String, CodingKey, CaseIterable { case role }
    }
}
