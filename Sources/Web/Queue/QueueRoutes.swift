import Domain
import Engine
import HTTPTypes
import Store

/// The work that waits or goes on: what it waits for, and how people change its order.
enum QueueRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/queue", "List the work that waits or goes on, in its order, with why it waits",
            query: [.limit, .text("after")],
            answer: .json(
                .list(.one(WakeupRequest.self, with: ["position": .number, "waits_for": .optional(.one(Finding.self))])))
        ) { call in try await list(call) },
        Route(
            .get, "/api/companies/{company}/queue/skips", "List what was passed over or refused, and why, the latest first",
            answer: .list(WorkSkip.self)
        ) { call in try await call.list { try WorkSkip.list(of: $0, in: $1) } },
        Route(
            .delete, "/api/companies/{company}/queue/{work}", "Take back work that has not begun",
            answer: .object(WakeupRequest.self)
        ) { call in try await change(call) { try WakeupRequest.cancel($0, of: $1, by: call.author, in: $2) } },
        Route(
            .post, "/api/companies/{company}/queue/{work}/up", "Put work before all else that waits in the company",
            answer: .object(WakeupRequest.self)
        ) { call in try await change(call) { try WakeupRequest.moveUp($0, of: $1, by: call.author, in: $2) } },
        Route(
            .post, "/api/companies/{company}/queue/{work}/run", "Let work begin now, as the next of the company",
            answer: .object(WakeupRequest.self)
        ) { call in try await change(call) { try WakeupRequest.runNow($0, of: $1, by: call.author, in: $2) } },
        Route(
            .post, "/api/companies/{company}/employees/{employee}/wake", "Wake an employee, to look at a ticket or at their work",
            body: .json(Wake.self),
            answer: .json(.members(["queued": .flag, "work": .optional(.one(WakeupRequest.self))]))
        ) { call in
            let body = try await call.body(Wake.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                let work = try WakeupRequest.wake(
                    employee.id, of: employee.companyID, ticket: body.ticketID, by: call.author, clientKey: key, in: transaction)
                return .json([
                    "queued": .bool(work != nil), "work": try work.map { try ResponseJSON.value(of: $0) } ?? .null,
                ])
            }
        },
    ]

    private static func list(_ call: Call) async throws -> Reply {
        let terms = call.server.terms
        let limit = try call.limit()
        let place = try call.place(WakeupRequest.Place.init)
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction)
            var view = try QueueView(on: terms, in: transaction)
            var position = place?.position ?? 0
            var items: [JSONValue] = []
            let page = try WakeupRequest.queue(of: company.id, after: place, limit: limit, in: transaction)
            for work in page {
                let wait = try view.wait(of: work).map { try ResponseJSON.value(of: $0) } ?? .null
                items.append(
                    try ResponseJSON.value(of: work, adding: ["position": .integer(Int64(position)), "waits_for": wait]))
                position += 1
            }
            let next = page.count == limit ? page.last.map { WakeupRequest.Place($0, position: position).text } : nil
            return .json(["items": .array(items), "next": next.map { .string($0) } ?? .null])
        }
    }

    private static func change(
        _ call: Call,
        _ verb: @escaping @Sendable (WakeupRequest.ID, Company.ID, any Transaction) throws -> WakeupRequest
    ) async throws -> Reply {
        try await call.store.write { transaction in
            let company = try call.company(in: transaction).id
            return try .json(of: try verb(WakeupRequest.ID(call.path("work")), company, transaction))
        }
    }

    struct Wake: RequestBody {
        var ticketID: Ticket.ID?

        enum CodingKeys: String, CodingKey, CaseIterable { case ticketID = "ticket_id" }
    }
}
