import Domain
import Engine
import HTTPTypes
import Store

/// “Why is nothing happening?”, answered from the database alone.
enum ExplainRoutes {
    static let all = [
        route("tickets", "ticket", Ticket.self) { try Explanation.of($0, on: $1, in: $2) },
        route("employees", "employee", Employee.self) { try Explanation.of($0, on: $1, in: $2) },
        route("threads", "thread", Thread.self) { try Explanation.of($0, on: $1, in: $2) },
        route("routines", "routine", Routine.self) { try Explanation.of($0, on: $1, in: $2) },
    ]

    private static func route<Subject: CompanyRecord>(
        _ collection: String, _ name: String, _ type: Subject.Type,
        _ explain: @escaping @Sendable (Subject, DispatchTerms, any Transaction) throws -> Explanation
    ) -> Route {
        Route(
            .get, "/api/\(collection)/{\(name)}/explain", "Say why a \(name) does not go on", answer: .object(Explanation.self)
        ) { call in
            let terms = call.server.terms
            return try await call.store.read { transaction in
                guard let subject = try transaction.find(Subject.self, Identifier(call.path(name))) else {
                    throw RuleViolation.notFound(name)
                }
                return try .json(of: try explain(subject, terms, transaction))
            }
        }
    }
}
