import Domain
import HTTPTypes
import Store

/// Setting goals and seeing how far they are.
enum GoalRoutes {
    static let all = [
        Route(.get, "/api/companies/{company}/goals", "List goals, the newest first", answer: .list(Goal.self)) { call in
            try await call.store.read { .json(try ResponseJSON.list(try Goal.list(of: call.company(in: $0).id, in: $0))) }
        },
        Route(
            .post, "/api/companies/{company}/goals", "Set a goal and give it to the head of the company",
            body: .json(Create.self),
            answer: .object(Goal.self), creates: true
        ) { call in
            let body = try await call.body(Create.self)
            let key = try call.clientKey()
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let isNew = try !transaction.knows(Goal.self, clientKey: key, company: company)
                let draft = Goal.Draft(
                    title: body.title, description: body.description ?? "", targetDate: body.targetDate, clientKey: key)
                return try .created(try Goal.set(draft, for: company, by: .user(owner), in: transaction), isNew: isNew)
            }
        },
        Route(
            .get, "/api/companies/{company}/goals/{goal}", "Show a goal with its tickets",
            answer: .object(Goal.self, with: ["tickets": .many(.one(Ticket.self))])
        ) { call in
            try await call.store.read { transaction in
                let company = try call.company(in: transaction).id
                let goal = try Goal.require(Goal.ID(call.path("goal")), of: company, in: transaction)
                let tickets = try Ticket.list(of: company, goal: goal.id, in: transaction)
                return .json(
                    try ResponseJSON.value(
                        of: goal, adding: ["tickets": .array(try tickets.map { try ResponseJSON.value(of: $0) })]))
            }
        },
    ]

    struct Create: RequestBody {
        var title: String
        var description: String?
        var targetDate: Timestamp?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description
            case targetDate = "target_date"
        }
    }
}
