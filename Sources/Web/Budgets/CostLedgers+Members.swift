import Domain

extension CostLedgers {
    /// Of ``members``, for the document.
    static let shape: [String: AnswerShape] = [
        "amount_usd": .optional(.text), "billed_calls": .number, "notional_usd": .optional(.text), "notional_calls": .number,
        "unknown_calls": .number,
    ]

    /// As the API shows them: an amount only where there was a call of that ledger, and none at all of what nobody knows.
    var members: [String: JSONValue] {
        [
            "amount_usd": billedCalls > 0 || billed != .zero ? .string(billed.description) : .null,
            "billed_calls": .integer(Int64(billedCalls)),
            "notional_usd": notionalAmount,
            "notional_calls": .integer(Int64(notionalCalls)), "unknown_calls": .integer(Int64(unknownCalls)),
        ]
    }

    /// What is notional, where there was such a call.
    var notionalAmount: JSONValue { notionalCalls > 0 || notional != .zero ? .string(notional.description) : .null }
}
