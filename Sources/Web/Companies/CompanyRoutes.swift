import Domain
import Engine
import HTTPTypes
import Store

/// Founding companies, looking at them, pausing them.
enum CompanyRoutes {
    static let all = [
        Route(.get, "/api/companies", "List companies", answer: .list(Company.self)) { call in
            .json(try ResponseJSON.list(try await call.store.read { try Company.list(in: $0) }))
        },
        Route(.post, "/api/companies", "Found a company", body: .json(Create.self), answer: .object(Company.self), creates: true)
        { call in
            let body = try await call.body(Create.self)
            let key = try call.clientKey()
            let template = try body.chosen
            return try await call.store.write { transaction in
                if let known = try transaction.known(Company.self, clientKey: key) { return try .json(of: known) }
                let company = try template.found(
                    body.draft(key), settings: body.settings, roles: call.server.roles, by: call.server.owner, in: transaction)
                return try .json(of: company, status: .created)
            }
        },
        Route(
            .get, "/api/companies/{company}", "Show a company with its counts",
            answer: .object(Company.self, with: CompanyFigures.shape)
        ) { call in
            try await call.store.read { transaction in
                let company = try call.company(in: transaction)
                return .json(
                    try ResponseJSON.value(of: company, adding: try CompanyFigures.read(company.id, in: transaction).members))
            }
        },
        Route(
            .patch, "/api/companies/{company}", "Change a company's settings", body: .json(Patch.self),
            answer: .object(Company.self)
        ) { call in
            let body = try await call.body(Patch.self)
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction)
                return try .json(
                    of: try Company.change(settings: body.settings, of: company.id, by: call.author.actor, in: transaction))
            }
        },
        Route(
            .post, "/api/companies/{company}/pause", "Stop the work; it goes on later where it stood",
            answer: .object(Company.self)
        ) {
            call in
            try await changeState(call) { try Company.pause($0, by: $1, in: $2) }
        },
        Route(.post, "/api/companies/{company}/resume", "Go on with the work", answer: .object(Company.self)) { call in
            try await changeState(call) { try Company.resume($0, by: $1, in: $2) }
        },
        Route(
            .post, "/api/companies/{company}/archive", "Close a company down", answer: .object(Company.self), reachesClosed: true
        ) { call in
            try await changeState(call) { try Company.archive($0, by: $1, in: $2) }
        },
        Route(
            .post, "/api/companies/{company}/restore", "Open a company again that was closed down", answer: .object(Company.self),
            reachesClosed: true
        ) {
            call in
            try await changeState(call) { try Company.restore($0, by: $1, in: $2) }
        },
        Route(
            .get, "/api/companies/{company}/holds", "List why the company, or employees of it, do not work",
            answer: .list(WorkHold.self)
        ) { call in try await call.list { try WorkHold.list(of: $0, in: $1) } },
    ]

    private static func changeState(
        _ call: Call, _ verb: @escaping @Sendable (Company.ID, EventActor, any Transaction) throws -> Void
    ) async throws -> Reply {
        try await call.store.write { transaction in
            let id = try call.company(in: transaction).id
            try verb(id, call.author.actor, transaction)
            return try .json(of: try Company.require(id, in: transaction))
        }
    }

    struct Create: RequestBody {
        var name: String
        var slug: String?
        var mission: String?
        var values: [String]?
        var icon: String?
        /// What it begins with; nothing when missing.
        var template: String?
        /// Whom its employees ask, and for which model.
        var provider: String?
        var model: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case name, slug, mission, values, icon, template, provider, model }

        var chosen: CompanyTemplate {
            get throws(APIError) {
                let id = template ?? "empty"
                guard let chosen = CompanyTemplate.named(id) else {
                    throw .invalid("template", "must be one of", allowed: CompanyTemplate.all.map(\.id))
                }
                return chosen
            }
        }

        var settings: [String: JSONValue] {
            var settings: [String: JSONValue] = [:]
            settings["provider_id"] = provider.map { .string($0) }
            settings["model"] = model.map { .string($0) }
            return settings
        }

        func draft(_ key: String?) -> Company.Draft {
            Company.Draft(
                name: name, slug: slug, mission: mission ?? "", values: values ?? [], icon: icon, clientKey: key)
        }
    }

    struct Patch: RequestBody {
        var settings: [String: JSONValue]

        enum CodingKeys: String, CodingKey, CaseIterable { case settings }
    }
}
