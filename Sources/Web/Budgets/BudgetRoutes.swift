import Domain
import HTTPTypes
import Store

/// What a company, an employee or a routine may spend in a month.
enum BudgetRoutes {
    private static let one = "/api/companies/{company}/budgets/{budget}"

    static let all = [
        Route(
            .get, "/api/companies/{company}/budgets", "List budgets and how they stand this month",
            answer: .json(.list(.one(BudgetPolicy.self, with: BudgetSummary.shape)))
        ) { call in
            try await call.store.read { transaction in
                let budgets = try BudgetSummary.all(of: call.company(in: transaction).id, in: transaction)
                return .json(["items": .array(try budgets.map { try $0.json }), "next": .null])
            }
        },
        Route(
            .post, "/api/companies/{company}/budgets", "Set a monthly budget; 0 allows no model call at all",
            body: .json(Create.self), answer: .object(BudgetPolicy.self, with: BudgetSummary.shape), creates: true
        ) { call in
            let body = try await call.body(Create.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let isKnown = try transaction.known(BudgetPolicy.self, clientKey: key, company: company) != nil
                let policy = try BudgetPolicy.set(body.draft(key), for: company, by: call.author.actor, in: transaction)
                return .json(try BudgetSummary.of(policy, in: transaction).json, status: isKnown ? .ok : .created)
            }
        },
        Route(
            .get, one, "Show a budget and how it stands this month",
            answer: .object(BudgetPolicy.self, with: BudgetSummary.shape)
        ) { call in
            try await call.store.read { .json(try BudgetSummary.of(call.budget(in: $0), in: $0).json) }
        },
        Route(
            .patch, one, "Change a budget; raised or switched off, it lets all go on that it has stopped",
            body: .json(Patch.self), answer: .object(BudgetPolicy.self, with: BudgetSummary.shape)
        ) { call in
            let body = try await call.body(Patch.self)
            return try await call.store.write { transaction in
                let policy = try call.budget(in: transaction).change(body.change, by: call.author.actor, in: transaction)
                return .json(try BudgetSummary.of(policy, in: transaction).json)
            }
        },
        Route(.delete, one, "Take a budget away; what was spent stays in the ledger", answer: .object(BudgetPolicy.self)) {
            call in
            try await call.store.write { transaction in
                let policy = try call.budget(in: transaction)
                try policy.remove(by: call.author.actor, in: transaction)
                return try .json(of: policy)
            }
        },
    ]

    struct Create: RequestBody {
        /// The company unless given.
        var scopeKind: BudgetScope?
        var scopeRefID: String?
        var hardCapUsd: Money
        var warningThresholdPct: Int?
        var autoPause: Bool?
        var requireApprovalAboveUsd: Money?
        var enabled: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case scopeKind = "scope_kind"
            case scopeRefID = "scope_ref_id"
            case hardCapUsd = "hard_cap_usd"
            case warningThresholdPct = "warning_threshold_pct"
            case autoPause = "auto_pause"
            case requireApprovalAboveUsd = "require_approval_above_usd"
            case enabled
        }

        func draft(_ key: String?) -> BudgetPolicy.Draft {
            BudgetPolicy.Draft(
                scopeKind: scopeKind ?? .company, scopeRefID: scopeRefID, hardCapUsd: hardCapUsd,
                warningThresholdPct: warningThresholdPct ?? 80, autoPause: autoPause ?? false,
                requireApprovalAboveUsd: requireApprovalAboveUsd, enabled: enabled ?? true, clientKey: key)
        }
    }

    struct Patch: RequestBody {
        var hardCapUsd: Money?
        var warningThresholdPct: Int?
        var autoPause: Bool?
        var requireApprovalAboveUsd: Money?
        var enabled: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case hardCapUsd = "hard_cap_usd"
            case warningThresholdPct = "warning_threshold_pct"
            case autoPause = "auto_pause"
            case requireApprovalAboveUsd = "require_approval_above_usd"
            case enabled
        }

        var change: BudgetPolicy.Change {
            BudgetPolicy.Change(
                hardCapUsd: hardCapUsd, warningThresholdPct: warningThresholdPct, autoPause: autoPause,
                requireApprovalAboveUsd: requireApprovalAboveUsd, enabled: enabled)
        }
    }
}

extension Call {
    fileprivate func budget(in transaction: any Transaction) throws -> BudgetPolicy {
        try BudgetPolicy.require(BudgetPolicy.ID(path("budget")), of: company(in: transaction).id, in: transaction)
    }
}
