import Domain
import Engine
import Store
import TestSupport

/// A dollar for each call at the first provider, three at the dear one and five at those that nobody pays for; nobody knows what the
/// riddle costs.
struct LedgerPricing: Pricing {
    func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        guard model != "riddle", model != "riddle-flat" else { return nil }
        let dollars: Int64 = ["cloud": 1, "dear": 3][model] ?? 5
        return ModelPrice(input: .zero, output: .zero, perRequest: Money(nanoDollars: dollars * 1_000_000_000))
    }
}

extension Office {
    /// A company with two providers that send bills, one on this machine, one under a subscription and one without prices.
    static func ofLedgers(
        thinkingWith first: String = "cloud", then failover: [String] = [], time: ManualTime = ManualTime(leaps: true)
    ) async throws -> Office {
        var office = try await Office(time: time)
        office.pricing = LedgerPricing()
        try await office.store.write { transaction in
            for name in ["cloud", "dear", "home", "flat", "riddle", "riddle-flat"] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: Provider.ID(name), name: name, kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                        defaultModel: name, concurrencyCap: 64, subscription: name.hasSuffix("flat"),
                        privacyTier: name == "home" ? .local : .openSourceCloud), by: .user("o"), in: transaction)
            }
        }
        try await office.think(with: first, then: failover)
        return office
    }

    func think(with provider: String, then failover: [String] = []) async throws {
        try await store.write { [company = company.id] in
            _ = try Company.change(
                settings: ["provider_id": .string(provider), "failover": .array(failover.map { .string($0) })], of: company,
                by: .user("o"), in: $0)
        }
    }

    /// The company's entry for each run, the oldest first.
    func booked() async throws -> [CostLedgers] {
        try await all(BudgetLedgerEntry.self).filter { $0.scopeKind == .company }.map(\.ledgers)
    }
}

extension CostLedgers {
    init(billed: Int64 = 0, calls: Int = 0, notional: Int64 = 0, notionalCalls: Int = 0, unknown: Int = 0) {
        self.init()
        add(Money(nanoDollars: billed * 1_000_000_000), calls: calls, to: .billed)
        add(Money(nanoDollars: notional * 1_000_000_000), calls: notionalCalls, to: .notional)
        add(.zero, calls: unknown, to: .unknown)
    }
}
