import Domain
import HTTPTypes
import Store

/// What models were asked, what it cost, and what waits.
enum RunRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/runs", "List runs, the newest first",
            query: [
                .text("employee_id"), .text("ticket_id"), .text("thread_id"), .word("status", of: RunStatus.self), .limit,
                .text("after"),
            ],
            answer: .json(.list(.one(Run.self, with: ends)))
        ) { call in
            let filter = Run.Filter(
                employee: call.query("employee_id").map { Employee.ID($0) },
                ticket: call.query("ticket_id").map { Ticket.ID($0) },
                thread: call.query("thread_id").map { Thread.ID($0) }, status: try call.word("status", as: RunStatus.self))
            let (limit, place) = (try call.limit(), try call.listPlace())
            return try await call.store.read { transaction in
                let runs = try Run.list(
                    of: call.company(in: transaction).id, filter, after: place, limit: limit, in: transaction)
                let finishes = try RunStep.finishes(of: runs.map(\.id), in: transaction)
                let items = try runs.map { try ResponseJSON.value(of: $0, adding: end(of: $0, finishes[$0.id])) }
                let last = runs.count == limit ? runs.last : nil
                let next = last.map { JSONValue.string(ListPlace($0.startedAt, $0.id.rawValue).text) }
                return .json(["items": .array(items), "next": next ?? .null])
            }
        },
        Route(
            .get, "/api/companies/{company}/runs/{run}", "Show a run with its steps, its tool calls and what people said to it",
            answer: .object(
                Run.self,
                with: ends.merging([
                    "steps": .many(.one(RunStep.self)), "tool_calls": .many(.one(ToolCallRecord.self)),
                    "guidance": .many(.one(Guidance.self)), "attempts": .many(.one(RunAttempt.self)),
                ]) { own, _ in own })
        ) { call in
            try await call.store.read { transaction in
                let run = try Run.require(Run.ID(call.path("run")), of: call.company(in: transaction).id, in: transaction)
                let steps = try ResponseJSON.array(run.steps(in: transaction))
                let calls = try ResponseJSON.array(ToolCallRecord.list(of: run.id, in: transaction))
                let guidance = try ResponseJSON.array(Guidance.list(of: run.id, in: transaction))
                let attempts = try ResponseJSON.array(RunAttempt.list(of: run.id, in: transaction))
                let parts: [String: JSONValue] = [
                    "steps": steps, "tool_calls": calls, "guidance": guidance, "attempts": attempts,
                ]
                let finish = try RunStep.finishes(of: [run.id], in: transaction)[run.id]
                return .json(
                    try ResponseJSON.value(of: run, adding: parts.merging(end(of: run, finish)) { own, _ in own }))
            }
        },
        Route(
            .get, "/api/companies/{company}/tool_calls", "List the tool calls of a run",
            query: [.text("run_id", isRequired: true)],
            answer: .list(ToolCallRecord.self)
        ) { call in
            guard let id = call.query("run_id") else { throw APIError.invalid("run_id", "is missing") }
            return try await call.list {
                try ToolCallRecord.list(of: Run.require(Run.ID(id), of: $0, in: $1).id, in: $1)
            }
        },
    ]

    /// How it ended: a word of ``RunOutcome``, and why its last model call came to its end.
    private static let ends: [String: AnswerShape] = ["outcome": .text, "stop_reason": .optional(.text)]

    private static func end(of run: Run, _ finish: FinishReason?) -> [String: JSONValue] {
        [
            "outcome": .string(run.outcome(finish).rawValue),
            "stop_reason": finish.map { .string($0.rawValue) } ?? .null,
        ]
    }
}
