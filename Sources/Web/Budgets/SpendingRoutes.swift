import Domain
import HTTPTypes
import Store

/// What was spent.
enum SpendingRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/spending",
            "Show what the company has spent this month, where, and its budgets; only what is billed is spent",
            answer: .json(
                .members([
                    "company_id": .text, "period": .text, "period_start": .number, "period_end": .number, "spent_usd": .text,
                    "notional_usd": .optional(.text), "unknown_calls": .number, "active_count": .number, "warning_count": .number,
                    "exceeded_count": .number,
                    "providers": .many(
                        .members(
                            CostLedgers.shape.merging(["provider": .text, "provider_id": .optional(.text), "name": .text]) {
                                own, _ in own
                            })), "budgets": .many(.one(BudgetPolicy.self, with: BudgetSummary.shape)),
                ]))
        ) { call in
            try await call.store.read { try .json(spending(of: call.company(in: $0).id, in: $0)) }
        },
        Route(
            .get, "/api/companies/{company}/ledger",
            "List what runs have cost, the newest first: what is billed, notional and unknown apart",
            query: [.word("scope_kind", of: BudgetScope.self), .text("scope_ref_id"), .limit, .text("after")],
            answer: .json(.list(.members(entry.merging(CostLedgers.shape) { own, _ in own })))
        ) { call in
            let scope = try call.word("scope_kind", as: BudgetScope.self) ?? .company
            let reference = call.query("scope_ref_id")
            return try await call.page(
                by: { ListPlace($0.createdAt, $0.id.rawValue) },
                as: { try ResponseJSON.value(of: $0, adding: $0.ledgers.members) }
            ) {
                try BudgetLedgerEntry.list(of: $0, scope: scope, reference: reference, after: $1, limit: $2, in: $3)
            }
        },
    ]

    /// Of an entry, but for what it cost.
    private static let entry: [String: AnswerShape] = [
        "id": .text, "company_id": .text, "budget_policy_id": .optional(.text), "scope_kind": .text, "scope_ref_id": .text,
        "run_id": .text, "run_kind": .text, "thread_id": .optional(.text), "employee_id": .text,
        "runtime_profile_id": .optional(.text), "routine_id": .optional(.text), "provider": .text, "model": .text,
        "occurred_at": .number, "created_at": .number,
    ]

    private static func spending(of company: Company.ID, in transaction: any Transaction) throws -> JSONValue {
        let month = try Company.budgetMonth(of: company, in: transaction)
        let providers = try BudgetLedgerEntry.spending(of: company, in: month, transaction)
        let names = try Provider.names(in: transaction)
        let budgets = try BudgetSummary.all(of: company, in: transaction)
        let active = budgets.filter(\.policy.enabled)
        let sum = providers.reduce(into: CostLedgers()) { $0.add($1.ledgers) }
        return [
            "company_id": .string(company.rawValue), "period": .string(BudgetPeriod.monthly.rawValue),
            "period_start": .integer(month.start.milliseconds), "period_end": .integer(month.end.milliseconds),
            "spent_usd": .string(sum.billed.description), "notional_usd": sum.notionalAmount,
            "unknown_calls": .integer(Int64(sum.unknownCalls)), "active_count": .integer(Int64(active.count)),
            "warning_count": .integer(Int64(active.count { $0.alert == .warning })),
            "exceeded_count": .integer(Int64(active.count { $0.alert == .exceeded })),
            "providers": .array(
                providers.map { provider, ledgers in
                    let name = provider.id.flatMap { names[$0.rawValue] } ?? provider.kind
                    let whose: [String: JSONValue] = [
                        "provider": .string(provider.kind), "provider_id": provider.id.map { .string($0.rawValue) } ?? .null,
                        "name": .string(name),
                    ]
                    return .object(whose.merging(ledgers.members) { own, _ in own })
                }), "budgets": .array(try budgets.map { try $0.json }),
        ]
    }
}
