import Domain
import HTTPTypes
import Store

/// Projects and the tickets that count to them.
enum ProjectRoutes {
    static let all = [
        Route(.get, "/api/companies/{company}/projects", "List projects, the newest first", answer: .list(Project.self)) { call in
            try await call.list { try Project.list(of: $0, in: $1) }
        },
        Route(
            .post, "/api/companies/{company}/projects", "Plan a project", body: .json(Create.self), answer: .object(Project.self),
            creates: true
        ) { call in
            let body = try await call.body(Create.self)
            return try await call.create { try Project.plan(body.draft($1), for: $0, by: call.author, in: $2) }
        },
        Route(
            .get, "/api/companies/{company}/projects/{project}", "Show a project with its tickets",
            answer: .object(Project.self, with: shape)
        ) { call in
            try await call.store.read { .json(try value(of: call.project(in: $0), in: $0)) }
        },
        Route(
            .patch, "/api/companies/{company}/projects/{project}", "Change a project, complete it or put it away",
            body: .json(Patch.self), answer: .object(Project.self)
        ) { call in
            let body = try await call.body(Patch.self)
            return try await call.store.write { transaction in
                try .json(
                    of: call.project(in: transaction).change(body.changes, by: call.author.actor, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/projects/{project}/tickets/{ticket}", "Count a ticket to a project",
            answer: .object(Project.self, with: shape)
        ) { call in
            try await call.store.write { transaction in
                let project = try call.project(in: transaction)
                try project.link(call.ticket(in: transaction).id, by: call.author, in: transaction)
                return .json(try value(of: project, in: transaction))
            }
        },
    ]

    private static let shape: [String: AnswerShape] = ["tickets": .many(.one(Ticket.self))]

    private static func value(of project: Project, in transaction: any Transaction) throws -> JSONValue {
        try ResponseJSON.value(of: project, adding: ["tickets": ResponseJSON.array(project.tickets(in: transaction))])
    }

    /// What is changed of a project; what is missing stays as it is, and null takes away what may be missing.
    struct Patch: RequestBody {
        let changes: Project.Changes

        enum CodingKeys: String, CodingKey, CaseIterable {
            case title, description, status, priority
            case goalID = "goal_id"
            case leadID = "lead_id"
            case targetDate = "target_date"
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: CodingKeys.self)
            var changes = Project.Changes(status: try members.decodeIfPresent(ProjectStatus.self, forKey: .status))
            changes.title = try members.decodeIfPresent(String.self, forKey: .title)
            changes.description = try members.decodeIfPresent(String.self, forKey: .description)
            changes.priority = try members.decodeIfPresent(Priority.self, forKey: .priority)
            changes.goal = try members.change(Goal.ID.self, .goalID)
            changes.lead = try members.change(Employee.ID.self, .leadID)
            changes.targetDate = try members.change(Timestamp.self, .targetDate)
            self.changes = changes
        }
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

        func draft(_ key: String?) -> Project.Draft {
            Project.Draft(
                title: title, description: description ?? "", goal: goalID, lead: leadID, priority: priority ?? .medium,
                targetDate: targetDate, clientKey: key)
        }
    }
}

extension Call {
    func project(in transaction: any Transaction) throws -> Project {
        try Project.require(Project.ID(path("project")), of: company(in: transaction).id, in: transaction)
    }
}
