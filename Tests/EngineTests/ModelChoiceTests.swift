import Domain
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ModelChoiceTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test(arguments: ["instance", "company"])
    func `a provider above the privacy tier that is allowed is never asked`(place: String) async throws {
        try await office.store.write { transaction in
            try add(.openai, tier: .proprietaryCloud, in: transaction)
            try transaction.execute("UPDATE employees SET provider_pref = 'mine' WHERE id = \(office.writer.id)")
            if place == "instance" {
                try Setting.put("open-source-cloud", for: "max_privacy_tier", in: transaction)
            } else {
                let settings: JSONValue = ["max_privacy_tier": "local"]
                try transaction.execute(
                    "UPDATE companies SET settings_json = \(settings.description) WHERE id = \(office.company.id)")
            }
        }
        let model = ScriptedModel([])
        let thread = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: model)
        #expect(model.requests.isEmpty)
        let said = try await office.store.read { try Message.latest(of: thread, limit: 5, in: $0) }
        #expect(said.last?.content.contains("privacy tier") == true)
        #expect(try await office.all(Run.self).isEmpty)
    }

    @Test func `where nobody chose, a provider above the allowed tier is passed over`() async throws {
        try await office.store.write { transaction in
            try add(.openai, tier: .proprietaryCloud, in: transaction)
            try Setting.put("local", for: "max_privacy_tier", in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Run.self).map(\.provider) == ["practice"])
    }

    @Test func `a real provider is taken before the practice model`() async throws {
        try await office.store.write { transaction in
            try transaction.execute("UPDATE providers SET enabled = 0 WHERE kind <> 'practice'")
            try add(.groq, tier: .openSourceCloud, in: transaction)
        }
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Run.self).map(\.provider) == ["groq"])
    }

    @Test func `a provider that is switched off is said to be so`() async throws {
        try await office.store.write { transaction in
            try add(.openai, tier: .proprietaryCloud, in: transaction)
            try transaction.execute("UPDATE providers SET enabled = 0 WHERE id = 'mine'")
            let settings: JSONValue = ["provider_id": "mine"]
            try transaction.execute(
                "UPDATE companies SET settings_json = \(settings.description) WHERE id = \(office.company.id)")
        }
        let thread = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        let said = try await office.store.read { try Message.latest(of: thread, limit: 5, in: $0) }
        #expect(said.last?.content.contains("switched off") == true)
    }

    @Test(arguments: [(String?.none, "the company's"), ("mine", "the company's"), ("practice", "practice")])
    func `the company's model is asked of the company's provider only`(preferred: String?, model: String) async throws {
        try await office.store.write { transaction in
            try add(.openai, tier: .proprietaryCloud, in: transaction)
            let settings: JSONValue = ["provider_id": "mine", "model": "the company's"]
            try transaction.execute(
                "UPDATE companies SET settings_json = \(settings.description) WHERE id = \(office.company.id)")
            try transaction.execute("UPDATE employees SET provider_pref = \(preferred) WHERE id = \(office.writer.id)")
        }
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([]))
        #expect(try await office.all(Run.self).map(\.model) == [model])
    }

    private func add(_ kind: ProviderKind, tier: PrivacyTier, in transaction: any Transaction) throws {
        let mine = Provider.Draft(
            id: Provider.ID("mine"), name: "Mine", kind: kind, defaultModel: "m", privacyTier: tier)
        _ = try Provider.put(mine, by: .user("o"), in: transaction)
    }
}
