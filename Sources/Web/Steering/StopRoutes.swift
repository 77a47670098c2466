import Domain
import HTTPTypes
import Store

/// Ending what goes on, and saying something to it.
enum StopRoutes {
    private static let company = "/api/companies/{company}"

    static let all = [
        Route(.post, company + "/runs/{run}/stop", "End a run for good", answer: .object(Run.self)) { call in
            try await call.store.write { transaction in
                let run = try call.run(in: transaction)
                try WorkStop.ask(for: run, by: call.author, in: transaction)
                return try .json(of: run)
            }
        },
        Route(
            .post, company + "/employees/{employee}/stop", "End all that an employee does, and take back what waits",
            answer: outcome
        ) { call in
            try await call.store.write { transaction in
                let employee = try call.employee(in: transaction)
                return reply(try WorkStop.ask(forAllOf: employee, by: call.author, in: transaction))
            }
        },
        Route(
            .post, company + "/threads/{thread}/stop", "End all that goes on in a thread, and take back what waits",
            answer: outcome
        ) { call in
            try await call.store.write { transaction in
                let thread = try call.thread(in: transaction)
                return reply(try WorkStop.ask(forAllIn: thread, by: call.author, in: transaction))
            }
        },
        Route(
            .post, company + "/runs/{run}/guidance", "Say something to a run, which it takes up before its next model call",
            body: .json(BranchRoutes.Words.self), answer: .object(Guidance.self), creates: true
        ) { call in
            let body = try await call.body(BranchRoutes.Words.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let run = try call.run(in: transaction)
                if let key, let known = try Guidance.known(key, for: run.id, in: transaction) { return try .json(of: known) }
                let company = try call.company(in: transaction).id
                let guidance = try Guidance.give(
                    body.content, to: run, of: company, by: call.server.owner, clientKey: key, in: transaction)
                return try .json(of: guidance, status: .created)
            }
        },
    ]

    private static let outcome = Route.Answer.json(.members(["stopping": .number, "cancelled": .number]))

    private static func reply(_ outcome: WorkStop.Outcome) -> Reply {
        .json(["stopping": .integer(Int64(outcome.stopping)), "cancelled": .integer(Int64(outcome.cancelled))])
    }
}

extension Call {
    /// The run that the path names.
    func run(in transaction: any Transaction) throws -> Run {
        try Run.require(Run.ID(path("run")), of: company(in: transaction).id, in: transaction)
    }
}
