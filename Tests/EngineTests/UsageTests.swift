import Domain
import Store
import TestSupport
import Testing

@testable import Engine

/// What was used stands in one of three ledgers, and nowhere twice.
@Suite(.timeLimit(.minutes(10)))
struct UsageTests {
    private struct Mixed: Pricing {
        func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
            model == "riddle" ? nil : FlatPricing().price(of: model, at: kind)
        }
    }

    private static let call = Money(nanoDollars: 4_500_000)  // 1000 tokens at 3 dollars a million, 100 at 15

    private func office() async throws -> Office {
        var office = try await Office()
        office.pricing = Mixed()
        try await office.store.write { transaction in
            for (name, tier) in [
                ("cloud", PrivacyTier.proprietaryCloud), ("riddle", .proprietaryCloud), ("home", .local),
            ] {
                _ = try Provider.put(
                    Provider.Draft(
                        id: Provider.ID(name), name: name, kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                        defaultModel: name, concurrencyCap: 4, privacyTier: tier), by: .user("o"), in: transaction)
            }
        }
        return office
    }

    private func think(with provider: String, _ office: Office) async throws {
        try await office.store.write { [company = office.company.id] in
            _ = try Company.change(settings: ["provider_id": .string(provider)], of: company, by: .user("o"), in: $0)
        }
    }

    private func usage(_ office: Office, by grouping: Usage.Grouping) async throws -> Usage {
        try await office.store.read { [company = office.company.id] in
            try Usage(
                of: company, from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: .max), by: grouping, in: $0)
        }
    }

    @Test func `billed, notional and unknown are kept apart`() async throws {
        let office = try await office()
        for provider in ["cloud", "home", "riddle"] {
            try await think(with: provider, office)
            try await office.say("Hello", to: office.writer)
            try await office.workUntilIdle(with: ScriptedModel([.call("list_colleagues", [:]), .say("Hello.")]))
        }
        let usage = try await usage(office, by: .model)
        #expect(usage.lines.map(\.key) == ["openai-compatible/cloud", "openai-compatible/home", "openai-compatible/riddle"])
        #expect(usage.lines.map { Array($0.parts.keys) } == [[.billed], [.notional], [.unknown]])
        for kind in CostKind.allCases {
            let part = try #require(usage.total[kind])
            #expect(part.calls == 2)
            #expect(part.promptTokens == 2000)
            #expect(part.completionTokens == 200)
            #expect(part.amount.nanoDollars == (kind == .unknown ? 0 : 9_000_000))
        }
        #expect(
            try await office.all(Run.self).map(\.costKind).sorted { $0.rawValue < $1.rawValue } == [.billed, .notional, .unknown])
        #expect(try await self.usage(office, by: .provider).lines.map(\.key) == ["cloud", "home", "riddle"])
        #expect(try await self.usage(office, by: .employee).lines.map(\.key) == [office.writer.id.rawValue])
        let day = try await self.usage(office, by: .day).lines.map(\.key)
        #expect(day.count == 1 && day.first?.utf8.count == 10)
    }

    @Test func `a call that broke off counts too, once`() async throws {
        let office = try await office()
        try await think(with: "cloud", office)
        try await office.say("Hello", to: office.writer)
        let failure = ModelError(.invalidRequest, "It broke off.")
        try await office.workUntilIdle(
            with: ScriptedModel([.call("list_colleagues", [:]), .breakAfter("Half an answer", failure)]))
        let run = try #require(try await office.all(Run.self).first)
        let part = try #require(try await usage(office, by: .model).total[.billed])
        #expect(part.calls == 2)
        #expect(part.promptTokens == run.promptTokens)
        #expect(part.completionTokens == run.completionTokens)
        #expect(part.amount == run.costUsd)
        #expect(run.costUsd > Self.call)
    }

    @Test func `what a provider of a subscription does is notional`() {
        var row = Provider(id: Provider.ID("p"), name: "P", kind: .anthropic, privacyTier: .proprietaryCloud)
        #expect(row.costKind(of: "m", isPriceKnown: true) == .billed)
        row.config = JSONColumn(["billing": "subscription"])
        #expect(row.costKind(of: "m", isPriceKnown: true) == .notional)
        let ollama = Provider(id: Provider.ID("o"), name: "O", kind: .ollama, privacyTier: .local)
        #expect(ollama.costKind(of: "llama3", isPriceKnown: true) == .notional)
        #expect(ollama.costKind(of: "gpt-oss:120b-cloud", isPriceKnown: false) == .unknown)
    }

    @Test func `only what began in the span counts`() async throws {
        let office = try await office()
        try await think(with: "cloud", office)
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.say("Hello.")]))
        let run = try #require(try await office.all(Run.self).first)
        let company = office.company.id
        func calls(_ from: Timestamp, _ to: Timestamp) async throws -> Int {
            try await office.store.read {
                try Usage(of: company, from: from, to: to, by: .day, in: $0).total[.billed]?.calls ?? 0
            }
        }
        let after = Timestamp(milliseconds: run.startedAt.milliseconds + 1)
        #expect(try await calls(run.startedAt, after) == 1)
        #expect(try await calls(after, Timestamp(milliseconds: .max)) == 0)
        #expect(try await calls(Timestamp(milliseconds: 0), run.startedAt) == 0)
    }
}
