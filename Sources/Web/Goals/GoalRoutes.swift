import Domain
import HTTPTypes
import Store

/// Setting goals and seeing how far they are.
enum GoalRoutes {
    static let all = [
        Route(.get, "/api/companies/{company}/goals", "List goals, the newest first", answer: .list(Goal.self)) { call in
            try await call.list { try Goal.list(of: $0, in: $1) }
        },
        Route(
            .post, "/api/companies/{company}/goals", "Set a goal and give it to the head of the company",
            body: .json(Create.self),
            answer: .object(Goal.self), creates: true
        ) { call in
            let body = try await call.body(Create.self)
            return try await call.create { try Goal.set(body.draft($1), for: $0, by: call.author, in: $2) }
        },
        Route(
            .get, "/api/companies/{company}/goals/{goal}", "Show a goal with its tickets",
            answer: .object(Goal.self, with: ["tickets": .many(.one(Ticket.self))])
        ) { call in
            try await call.store.read { transaction in
                let company = try call.company(in: transaction).id
                let goal = try Goal.require(Goal.ID(call.path("goal")), of: company, in: transaction)
                let tickets = try Ticket.list(of: company, .init(goal: goal.id), limit: 500, in: transaction)
                return .json(try ResponseJSON.value(of: goal, adding: ["tickets": try ResponseJSON.array(tickets)]))
            }
        },
        Route(
            .patch, "/api/companies/{company}/goals/{goal}", "Change a goal, call it achieved or give it up",
            body: .json(Patch.self), answer: .object(Goal.self)
        ) { call in
            let body = try await call.body(Patch.self)
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let goal = try Goal.require(Goal.ID(call.path("goal")), of: company, in: transaction)
                return try .json(of: goal.change(body.changes, by: call.author.actor, in: transaction))
            }
        },
    ]

    /// What is changed of a goal; what is missing stays as it is, and null takes the target date away.
    struct Patch: RequestBody {
        let changes: Goal.Changes

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description, status
            case targetDate = "target_date"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            changes = Goal.Changes(
                title: try members.decodeIfPresent(String.self, forKey: .title),
                description: try members.decodeIfPresent(String.self, forKey: .description),
                status: try members.decodeIfPresent(GoalStatus.self, forKey: .status),
                targetDate: try members.change(Timestamp.self, .targetDate))
        }
    }

    struct Create: RequestBody {
        var title: String
        var description: String?
        var targetDate: Timestamp?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description
            case targetDate = "target_date"
        }

        func draft(_ key: String?) -> Goal.Draft {
            Goal.Draft(title: title, description: description ?? "", targetDate: targetDate, clientKey: key)
        }
    }
}
