import Domain
import HTTPTypes
import Store

/// What was spent.
enum SpendingRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/spending", "Show what the company has spent this month, where, and its budgets",
            answer: .json(
                .members([
                    "company_id": .text, "period": .text, "period_start": .number, "period_end": .number, "spent_usd": .text,
                    "active_count": .number, "warning_count": .number, "exceeded_count": .number,
                    "providers": .many(.members(["provider": .text, "amount_usd": .text])),
                    "budgets": .many(.one(BudgetPolicy.self, with: BudgetSummary.shape)),
                ]))
        ) { call in
            try await call.store.read { try .json(spending(of: call.company(in: $0).id, in: $0)) }
        },
        Route(
            .get, "/api/companies/{company}/ledger", "List what runs have cost, the newest first",
            query: [.word("scope_kind", of: BudgetScope.self), .text("scope_ref_id"), .limit, .text("after")],
            answer: .list(BudgetLedgerEntry.self)
        ) { call in
            let scope = try call.word("scope_kind", as: BudgetScope.self) ?? .company
            let reference = call.query("scope_ref_id")
            return try await call.page(by: { ListPlace($0.createdAt, $0.id.rawValue) }) {
                try BudgetLedgerEntry.list(of: $0, scope: scope, reference: reference, after: $1, limit: $2, in: $3)
            }
        },
    ]

    private static func spending(of company: Company.ID, in transaction: any Transaction) throws -> JSONValue {
        let month = try Company.budgetMonth(of: company, in: transaction)
        let providers = try BudgetLedgerEntry.spending(of: company, in: month, transaction)
        let budgets = try BudgetSummary.all(of: company, in: transaction)
        let active = budgets.filter(\.policy.enabled)
        let sum = providers.reduce(Money.zero) { (try? $0 + $1.amount) ?? $0 }  // nobody has spent that much
        return [
            "company_id": .string(company.rawValue), "period": .string(BudgetPeriod.monthly.rawValue),
            "period_start": .integer(month.start.milliseconds), "period_end": .integer(month.end.milliseconds),
            "spent_usd": .string(sum.description), "active_count": .integer(Int64(active.count)),
            "warning_count": .integer(Int64(active.count { $0.alert == .warning })),
            "exceeded_count": .integer(Int64(active.count { $0.alert == .exceeded })),
            "providers": .array(
                providers.map { ["provider": .string($0.provider), "amount_usd": .string($0.amount.description)] }),
            "budgets": .array(try budgets.map { try $0.json }),
        ]
    }
}
