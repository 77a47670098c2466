import Domain
import HTTPTypes
import Store

/// Boundaries of work from which it can be taken up.
enum CheckpointRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/checkpoints", "List checkpoints, the newest first",
            query: [.limit, .text("after")], answer: .list(RunCheckpoint.self)
        ) { call in
            try await call.page(by: place) { try RunCheckpoint.list(ofCompany: $0, after: $1, limit: $2, in: $3) }
        },
        Route(
            .get, "/api/companies/{company}/threads/{thread}/checkpoints", "List a thread's checkpoints, the newest first",
            query: [.limit, .text("after")], answer: .list(RunCheckpoint.self)
        ) { call in
            try await call.page(by: place) { try RunCheckpoint.list(of: call.thread(in: $3).id, after: $1, limit: $2, in: $3) }
        },
        Route(
            .post, "/api/companies/{company}/threads/{thread}/checkpoints", "Note where the work in a thread stands",
            body: .json(Create.self), answer: .object(RunCheckpoint.self), creates: true
        ) { call in
            let body = try await call.body(Create.self)
            return try await call.create { company, key, transaction in
                try RunCheckpoint.make(
                    body.progressSummary, objective: body.objective, next: body.nextAction,
                    in: Thread.require(Thread.ID(call.path("thread")), of: company, in: transaction), by: call.author.actor,
                    clientKey: key, transaction)
            }
        },
        Route(
            .get, "/api/companies/{company}/checkpoints/{checkpoint}", "Show a checkpoint", answer: .object(RunCheckpoint.self)
        ) { call in
            try await call.store.read { try .json(of: call.checkpoint(in: $0)) }
        },
        Route(
            .post, "/api/companies/{company}/checkpoints/{checkpoint}/resume",
            "Go on from a checkpoint; asked again, it is the same work", answer: .object(WakeupRequest.self),
            statuses: [.created, .ok]
        ) { call in
            try await call.store.write { transaction in
                let (work, isNew) = try call.checkpoint(in: transaction).resume(by: call.author.actor, in: transaction)
                return try .json(of: work, status: isNew ? .created : .ok)
            }
        },
    ]

    @Sendable private static func place(_ checkpoint: RunCheckpoint) -> ListPlace {
        ListPlace(checkpoint.createdAt, checkpoint.id.rawValue)
    }

    struct Create: RequestBody {
        var progressSummary: String
        var objective: String?
        var nextAction: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case objective
            case progressSummary = "progress_summary"
            case nextAction = "next_action"
        }
    }
}

extension Call {
    fileprivate func checkpoint(in transaction: any Transaction) throws -> RunCheckpoint {
        try RunCheckpoint.require(
            RunCheckpoint.ID(path("checkpoint")), of: company(in: transaction).id, in: transaction)
    }
}
