import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// Work whose provider has its key among secrets that cannot be opened.
@Suite(.timeLimit(.minutes(10)))
struct ClosedSecretsTests {
    let office: Office

    init() async throws {
        office = try await Office(time: ManualTime())
        try await office.store.write { _ = try $0.execute("UPDATE providers SET enabled = 0 WHERE id = 'ollama-local'") }
    }

    /// A store that opens when a test says so.
    private final class Vault: SecretStore {
        let place = SecretPlace(kind: .file, description: "a vault")
        private let isOpen = Mutex(false)

        func open() { isOpen.withLock { $0 = true } }

        func value(of name: String) throws(SecretStoreError) -> String? {
            guard isOpen.withLock({ $0 }) else { throw .passphraseNeeded(path: "vault") }
            return name == "provider:anthropic" ? "sk-canary-42" : nil
        }

        func set(_ value: String, for name: String) throws(SecretStoreError) { throw .passphraseNeeded(path: "vault") }
        func remove(_ name: String) throws(SecretStoreError) -> Bool { throw .passphraseNeeded(path: "vault") }
    }

    /// Lets a provider be made when its key can be read.
    private struct Keyed: ModelProviders {
        let model: any ModelProvider
        let secrets: Secrets

        func provider(for row: Provider) throws -> any ModelProvider {
            guard row.kind.defaults.needsKey else { return model }
            do throws(SecretStoreError) {
                guard try secrets.value(of: SecretName.key(of: row.id).text) != nil else {
                    throw SecretStoreError.tool(name: "nobody", reason: "there is no key")
                }
            } catch {
                if case .tool = error { throw ModelError(.unauthorized, "No key.") }
                throw ModelError(.secretsClosed, "The secrets cannot be opened. \(error)")
            }
            return model
        }
    }

    private func findings(_ providers: some ModelProviders) async throws -> [Finding?] {
        let terms = DispatchTerms(providers: providers, slots: 6)
        return try await office.store.read { transaction in
            var view = try QueueView(on: terms, in: transaction)
            return try transaction.select(WakeupRequest.self, "ORDER BY rowid").map { try view.wait(of: $0) }
        }
    }

    @Test(arguments: [false, true])
    func `work waits for the secrets, nobody else does it, and it goes on when they are opened`(isChosen: Bool) async throws {
        if isChosen {
            try await office.store.write { [office] in
                let settings: JSONValue = ["provider_id": "anthropic"]
                try $0.execute("UPDATE companies SET settings_json = \(settings.description) WHERE id = \(office.company.id)")
            }
        }
        let (vault, model) = (Vault(), ScriptedModel([]))
        let secrets = Secrets(store: vault)
        let providers = Keyed(model: model, secrets: secrets)
        let health = ProviderHealth()
        try await office.say("Hello", to: office.writer)
        let found = try await findings(providers).first ?? nil
        #expect(found?.reason == "secrets")
        #expect(found?.message.contains("The secrets cannot be opened") == true)
        #expect(found?.message.contains("TEAMX_PASSPHRASE") == true)
        #expect(found?.action?.command == "teamx doctor")
        let terms = DispatchTerms(providers: providers, slots: 6)
        let ticket = try await office.file("Write it", for: office.engineer)
        let explained = try await office.store.read { try Explanation.of(ticket, on: terms, in: $0) }
        #expect(explained.finding.reason == "secrets")

        let openings = secrets.openings()
        try await office.steer(office.workplace(providers: providers, health: health)) { office in
            for _ in 0..<200 { await Task.yield() }
            #expect(model.requests.isEmpty)
            vault.open()
            secrets.retry()
            for await _ in openings { break }
            health.noteOpening()
            try await office.untilIdle()
        }
        #expect(Set(try await office.all(Run.self).map(\.provider)) == ["anthropic"])
    }

    @Test func `a key that was set and is not where the server looks is waited for, not done without`() async throws {
        let providers = Keyed(model: ScriptedModel([]), secrets: Secrets(store: MemorySecretStore()))
        try await office.say("Hello", to: office.writer)
        #expect(try await findings(providers).first??.reason == "order")
        let name = SecretName.key(of: Provider.ID("anthropic"))
        try await office.store.write { try SecretNames.noteSet(name, by: .user("o"), in: $0) }
        #expect(try await findings(providers).first??.reason == "secrets")
        try await office.store.write { try SecretNames.noteRemoval(name, by: .user("o"), in: $0) }
        #expect(try await findings(providers).first??.reason == "order")
    }

    /// Makes no provider that would need a key, for a reason of its own, and counts how often it is asked.
    private final class Flawed: ModelProviders {
        let reason: ModelError.Class
        let asked = Mutex(0)

        init(_ reason: ModelError.Class) { self.reason = reason }

        func provider(for row: Provider) throws -> any ModelProvider {
            guard row.kind.defaults.needsKey else { return ScriptedModel([]) }
            asked.withLock { $0 += 1 }
            throw ModelError(reason, "It cannot be made.")
        }
    }

    @Test func `a provider that cannot be used for another reason than its key is not waited for`() async throws {
        let name = SecretName.key(of: Provider.ID("anthropic"))
        try await office.store.write { try SecretNames.noteSet(name, by: .user("o"), in: $0) }
        try await office.say("Hello", to: office.writer)
        #expect(try await findings(Flawed(.unauthorized)).first??.reason == "secrets")
        #expect(try await findings(Flawed(.invalidRequest)).first??.reason == "order")
    }

    @Test func `what a choice depends on is read by two statements, and each provider is made once`() async throws {
        let flawed = Flawed(.unauthorized)
        let count = try await office.store.read { [office] transaction in
            let counting = CountingTransaction(transaction)
            let choice = try ModelChoice(for: flawed, in: counting)
            _ = try choice.chain(for: ProviderWish(preference: nil, limit: nil), of: office.company)
            return counting.count
        }
        #expect(count == 2)
        let needing = try await office.all(Provider.self).filter { $0.enabled && $0.kind.defaults.needsKey }
        #expect(flawed.asked.withLock { $0 } == needing.count)
    }

    @Test func `a provider that needs no key does not wait for the secrets`() async throws {
        try await office.store.write { _ = try $0.execute("UPDATE providers SET enabled = 0 WHERE id = 'anthropic'") }
        try await office.say("Hello", to: office.writer)
        #expect(try await findings(Keyed(model: ScriptedModel([]), secrets: Secrets(store: Vault()))).first??.reason == "order")
    }
}
