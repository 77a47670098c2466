import Domain
import HTTPTypes
import Store

/// Lists of the cockpit that a person has kept.
enum ViewRoutes {
    static let all = [
        Route(
            .get, "/api/views", "List the views that you have kept", query: [.text("company"), .text("page")],
            answer: .list(SavedView.self)
        ) { call in
            let (company, page) = (call.query("company").map { Company.ID($0) }, call.query("page"))
            let reader = call.server.owner
            return try await call.store.read {
                .json(try ResponseJSON.list(try SavedView.list(of: reader, company: company, page: page, in: $0)))
            }
        },
        Route(
            .put, "/api/views", "Keep a view of a page under a name, in place of the one that had it", body: .json(Keep.self),
            answer: .object(SavedView.self)
        ) { call in
            let body = try await call.body(Keep.self)
            let reader = call.server.owner
            return try await call.store.write { transaction in
                guard try transaction.find(Company.self, body.companyID) != nil else {
                    throw RuleViolation.invalid(field: "company_id", reason: "no company has the id “\(body.companyID)”")
                }
                return try .json(
                    of: SavedView.keep(
                        page: body.page, name: body.name, query: body.query ?? "", of: body.companyID, by: reader,
                        in: transaction))
            }
        },
        Route(
            .patch, "/api/views/{view}", "Give a view another name", body: .json(Rename.self), answer: .object(SavedView.self)
        ) { call in
            let body = try await call.body(Rename.self)
            let reader = call.server.owner
            return try await call.store.write {
                try .json(of: SavedView.rename(SavedView.ID(call.path("view")), to: body.name, of: reader, in: $0))
            }
        },
        Route(.delete, "/api/views/{view}", "Remove a view", answer: .object(SavedView.self)) { call in
            let reader = call.server.owner
            return try await call.store.write {
                try .json(of: SavedView.remove(SavedView.ID(call.path("view")), of: reader, in: $0))
            }
        },
    ]

    struct Rename: RequestBody {
        var name: String

        enum CodingKeys: String, CodingKey, CaseIterable { case name }
    }

    struct Keep: RequestBody {
        var companyID: Company.ID
        var page: String
        var name: String
        var query: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case companyID = "company_id"
            case page, name, query
        }
    }
}
