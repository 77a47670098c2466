import Domain
import Engine
import Gateway
import Store
import TestSupport
import Testing

/// Many turns at once over real connections, with a provider that counts badly: what stands in the books is what it charges.
@Suite(.timeLimit(.minutes(10)))
struct WireCrowdTests {
    @Test(arguments: [ProviderKind.openaiCompatible, .anthropic], [1, 2] as [UInt64])
    func `what sixty-four turns cost agrees with the provider's books to the nano-dollar`(
        kind: ProviderKind, seed: UInt64
    ) async throws {
        let careless = CarelessProvider(kind, seed: seed)
        try await withFakeModelServer { server in
            server.answerOtherwise { careless.answer($0) }
            server.holdBack(until: 64)
            let office = try await Office.served(by: kind, at: server.baseURL)
            let policy = try await office.budget("1000")
            for (number, employee) in try await office.crowd(of: 64).enumerated() {
                try await office.say("What do you think of №\(number)?", to: employee)
            }
            try await OutboundHTTP.with { http in
                // Its clocks stand still: nobody waits here, and the office's own time leaps.
                let providers = ProviderCatalog(
                    http: http, time: ManualTime(), practice: PracticeProvider(time: ManualTime())
                ) { _ in "key" }
                try await office.work(through: providers, limits: WorkLimits(slots: 64)) { transaction in
                    try !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')")
                }
            }
            #expect(careless.manners.count == CarelessProvider.Manner.allCases.count, "everything has happened")
            #expect(server.requests.count > 64, "what broke off was asked for again")

            let runs = try await office.all(Run.self)
            #expect(runs.allSatisfy { $0.status != .running && $0.endedAt != nil })
            #expect(runs.count { $0.status == .success } > 32)
            let truth = careless.charged
            #expect(truth.count == server.requests.count)
            #expect(runs.map(\.costUsd.nanoDollars).filter { $0 > 0 }.sorted() == truth, "call by call")
            let sum = truth.reduce(0, +)
            #expect(runs.map(\.costUsd.nanoDollars).reduce(0, +) == sum)
            let booked = try await office.all(BudgetLedgerEntry.self).filter { $0.scopeKind == .company }
            #expect(booked.map(\.amountUsd.nanoDollars).reduce(0, +) == sum)
            let usage = try await office.usage()
            #expect(usage.total.keys.sorted { $0.rawValue < $1.rawValue } == [.billed])
            #expect(usage.total[.billed]?.amount.nanoDollars == sum)

            let stand = try await office.stand(of: policy)
            #expect(stand.spent.nanoDollars == sum)
            #expect(stand.reserved == .zero)
            #expect(try await office.all(BudgetReservation.self).allSatisfy { $0.state != .held })
            #expect(try await office.broken() == [])
        }
    }
}

extension Office {
    /// A company whose one provider is a server of this kind.
    fileprivate static func served(by kind: ProviderKind, at address: String) async throws -> Office {
        var office = try await Office()
        office.pricing = CarelessPricing()
        try await office.store.write { [office] transaction in
            try transaction.execute("UPDATE providers SET enabled = 0")
            let provider = try Provider.put(
                Provider.Draft(
                    name: "Careless", kind: kind, baseURL: address, apiKeyEnv: "CARELESS_KEY", defaultModel: "some-model",
                    concurrencyCap: 64,
                    privacyTier: .proprietaryCloud), by: .user("o"), in: transaction
            ).provider
            _ = try Company.change(
                settings: ["provider_id": .string(provider.id.rawValue)], of: office.company.id, by: .user("o"), in: transaction)
        }
        return office
    }

    /// So many people, those who are here among them.
    fileprivate func crowd(of count: Int) async throws -> [Employee] {
        let here = [chief, manager, writer, engineer]
        return try await store.write { transaction in
            try here
                + (here.count..<count).map { number in
                    try Employee.hire(
                        .init(
                            rolePackID: "test", roleID: "worker", roleMdSha: "", level: .ic, name: "Worker \(number) Name",
                            title: "Worker", manager: manager.id), into: company.id, by: .user(owner.id.rawValue),
                        in: transaction)
                }
        }
    }

    fileprivate func usage() async throws -> Usage {
        try await store.read { [company = company.id] in
            try Usage(of: company, from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: .max), by: .model, in: $0)
        }
    }
}
