import Domain
import Engine
import HTTPTypes
import Store

/// What models are told.
enum ContextRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/threads/{thread}/context",
            "Show what the next turn in a thread would tell the model, as it would be sent", query: query,
            answer: .object(ContextReport.self)
        ) { call in
            let cause = try call.word("cause", as: WakeupCause.self)
            return try await call.store.read { try call.preview(call.thread(in: $0), cause, $0) }
        },
        Route(
            .get, "/api/threads/{thread}/context", "The same, without naming the company", query: query,
            answer: .object(ContextReport.self)
        ) { call in
            let cause = try call.word("cause", as: WakeupCause.self)
            return try await call.store.read { transaction in
                guard let thread = try transaction.find(Thread.self, Thread.ID(call.path("thread"))) else {
                    throw RuleViolation.notFound("thread")
                }
                return try call.preview(thread, cause, transaction)
            }
        },
    ]

    private static let query: [QueryParameter] = [.text("employee"), .word("cause", of: WakeupCause.self)]
}

extension Call {
    fileprivate func preview(_ thread: Thread, _ cause: WakeupCause?, _ transaction: any Transaction) throws -> Reply {
        try .json(
            of: server.preview.read(
                thread, employee: query("employee").map { Employee.ID($0) }, cause: cause, in: transaction))
    }
}
