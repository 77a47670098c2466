import Domain
import Store

extension CompanyFigures {
    /// Of ``members``, for the document.
    static let shape: [String: AnswerShape] = [
        "counts": .members([
            "employees": .number, "tickets_open": .number, "tickets_done": .number, "files": .number, "runs": .number,
            "events": .number,
        ]), "cost_usd": .text, "notional_usd": .text, "unknown_calls": .number, "prompt_tokens": .number,
        "completion_tokens": .number,
    ]

    /// As the API shows them beside the company.
    var members: [String: JSONValue] {
        [
            "counts": [
                "employees": .integer(Int64(employees)), "tickets_open": .integer(Int64(ticketsOpen)),
                "tickets_done": .integer(Int64(ticketsDone)), "files": .integer(Int64(files)), "runs": .integer(Int64(runs)),
                "events": .integer(Int64(events)),
            ], "cost_usd": .string(cost.description), "notional_usd": .string(notional.description),
            "unknown_calls": .integer(Int64(unknownCalls)), "prompt_tokens": .integer(Int64(promptTokens)),
            "completion_tokens": .integer(Int64(completionTokens)),
        ]
    }
}
