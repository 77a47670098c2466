import Domain
import Engine
import Store
import TestSupport

/// A dollar for each call, whatever is said.
struct DollarPricing: Pricing {
    func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        ModelPrice(input: .zero, output: .zero, perRequest: Money(nanoDollars: 1_000_000_000))
    }
}

/// Nobody knows what anything costs.
struct NoPricing: Pricing {
    func price(of model: String, at kind: ProviderKind) -> ModelPrice? { nil }
}

extension Office {
    /// The same, in which each model call costs a dollar.
    static func ofDollars(time: ManualTime = ManualTime(leaps: true)) async throws -> Office {
        var office = try await Office(time: time)
        office.pricing = DollarPricing()
        return office
    }

    var actor: EventActor { .user(owner.id.rawValue) }

    /// Sets a budget: the company's, or an employee's.
    @discardableResult
    func budget(
        _ cap: String, for employee: Employee? = nil, warning: Int = 80, autoPause: Bool = false, enabled: Bool = true
    ) async throws -> BudgetPolicy {
        let draft = BudgetPolicy.Draft(
            scopeKind: employee == nil ? .company : .employee, scopeRefID: employee?.id.rawValue, hardCapUsd: try Money(cap),
            warningThresholdPct: warning, autoPause: autoPause, enabled: enabled)
        return try await store.write { try BudgetPolicy.set(draft, for: company.id, by: actor, in: $0) }
    }

    func change(_ policy: BudgetPolicy, _ change: BudgetPolicy.Change) async throws {
        try await store.write {
            _ = try BudgetPolicy.require(policy.id, of: company.id, in: $0).change(change, by: actor, in: $0)
        }
    }

    func raise(_ policy: BudgetPolicy, to cap: String) async throws {
        try await change(policy, .init(hardCapUsd: try Money(cap)))
    }

    func stand(of policy: BudgetPolicy) async throws -> BudgetSummary {
        try await store.read { try BudgetSummary.of(BudgetPolicy.require(policy.id, of: company.id, in: $0), in: $0) }
    }

    /// Why each piece of work that is not over waits.
    func reasons() async throws -> [String?] {
        let terms = workplace(ScriptedModel([])).terms
        return try await store.read { transaction in
            var view = try QueueView(on: terms, in: transaction)
            return try transaction.select(
                WakeupRequest.self, "WHERE status IN ('pending', 'processing') ORDER BY created_at, id"
            ).map { try view.wait(of: $0)?.reason }
        }
    }

    /// Returns when work waits for a budget and nothing goes on.
    func untilHeld() async throws {
        try await until { transaction in
            try transaction.exists("SELECT 1 FROM work_holds WHERE reason = 'budget'")
                && !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'processing'")
        }
    }
}

extension Workplace {
    var terms: DispatchTerms { DispatchTerms(providers: providers, slots: limits.slots) }
}
