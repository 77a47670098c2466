import Domain
import Store

extension BudgetSummary {
    /// Of what it adds to the budget, for the document.
    static let shape: [String: AnswerShape] = [
        "period_start": .number, "period_end": .number, "spent_usd": .text, "reserved_usd": .text, "remaining_usd": .text,
        "warning_spend_usd": .text, "alert_level": .text, "is_holding": .flag, "notional_usd": .optional(.text),
        "unknown_calls": .number,
    ]

    /// As the API shows it: the budget, and how it stands.
    var json: JSONValue {
        get throws {
            try ResponseJSON.value(
                of: policy,
                adding: [
                    "period_start": .integer(month.start.milliseconds), "period_end": .integer(month.end.milliseconds),
                    "spent_usd": .string(spent.description), "reserved_usd": .string(reserved.description),
                    "remaining_usd": .string(remaining.description), "warning_spend_usd": .string(warningSpend.description),
                    "alert_level": .string(alert.rawValue), "is_holding": .bool(isHolding),
                    "notional_usd": ledgers.notionalAmount,
                    "unknown_calls": .integer(Int64(ledgers.unknownCalls)),
                ])
        }
    }
}
