import Domain
import HTTPTypes
import Store

/// Projects and the tickets that count to them.
enum ProjectRoutes {
    static let all = [
        Route(.get, "/api/companies/{company}/projects", "List projects, the newest first", answer: .list(Project.self)) { call in
            try await call.store.read { .json(try ResponseJSON.list(try Project.list(of: call.company(in: $0).id, in: $0))) }
        },
        Route(
            .post, "/api/companies/{company}/projects", "Plan a project", body: .json(Create.self), answer: .object(Project.self),
            creates: true
        ) { call in
            let body = try await call.body(Create.self)
            let key = try call.clientKey()
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let isNew = try !transaction.knows(Project.self, clientKey: key, company: company)
                let draft = Project.Draft(
                    title: body.title, description: body.description ?? "", goal: body.goalID, lead: body.leadID,
                    priority: body.priority ?? .medium, targetDate: body.targetDate, clientKey: key)
                return try .created(try Project.plan(draft, for: company, by: .user(owner), in: transaction), isNew: isNew)
            }
        },
        Route(
            .get, "/api/companies/{company}/projects/{project}", "Show a project with its tickets",
            answer: .object(Project.self, with: shape)
        ) { call in
            try await call.store.read { .json(try value(of: call.project(in: $0), in: $0)) }
        },
        Route(
            .put, "/api/companies/{company}/projects/{project}/tickets/{ticket}", "Count a ticket to a project",
            answer: .object(Project.self, with: shape)
        ) { call in
            let owner = call.server.owner
            return try await call.store.write { transaction in
                let project = try call.project(in: transaction)
                try project.link(call.ticket(in: transaction).id, by: .user(owner), in: transaction)
                return .json(try value(of: project, in: transaction))
            }
        },
    ]

    private static let shape: [String: AnswerShape] = ["tickets": .many(.one(Ticket.self))]

    private static func value(of project: Project, in transaction: any Transaction) throws -> JSONValue {
        let tickets = try project.tickets(in: transaction).map { try ResponseJSON.value(of: $0) }
        return try ResponseJSON.value(of: project, adding: ["tickets": .array(tickets)])
    }

    struct Create: RequestBody {
        var title: String
        var description: String?
        var goalID: Goal.ID?
        var leadID: Employee.ID?
        var priority: Priority?
        var targetDate: Timestamp?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description, priority
            case goalID = "goal_id"
            case leadID = "lead_id"
            case targetDate = "target_date"
        }
    }
}

extension Call {
    func project(in transaction: any Transaction) throws -> Project {
        try Project.require(Project.ID(path("project")), of: company(in: transaction).id, in: transaction)
    }
}
