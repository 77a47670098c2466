import Domain
import Synchronization
import Testing

/// What is asked of a store of secrets again, and when.
struct SecretsTests {
    /// A store in which secrets turn up, and which can be closed.
    private final class Vault: SecretStore {
        let place = SecretPlace(kind: .file, description: "a vault")
        private let state: Mutex<(values: [String: String], isOpen: Bool, asked: [String])>
        /// What is done whenever it is asked.
        private let whenAsked = Mutex<(@Sendable () -> Void)?>(nil)

        init(_ values: [String: String] = [:], isOpen: Bool = true) { state = Mutex((values, isOpen, [])) }

        var asked: [String] { state.withLock { $0.asked } }

        func put(_ values: [String: String]) { state.withLock { $0.values = values } }
        func open() { state.withLock { $0.isOpen = true } }
        func whenAsked(_ body: (@Sendable () -> Void)?) { whenAsked.withLock { $0 = body } }

        func value(of name: String) throws(SecretStoreError) -> String? {
            whenAsked.withLock { $0 }?()
            let (value, isOpen) = state.withLock { state in
                state.asked.append(name)
                return (state.values[name], state.isOpen)
            }
            guard isOpen else { throw .passphraseNeeded(path: "vault") }
            return value
        }

        func set(_ value: String, for name: String) throws(SecretStoreError) { state.withLock { $0.values[name] = value } }

        func remove(_ name: String) throws(SecretStoreError) -> Bool {
            guard state.withLock({ $0.isOpen }) else { throw .passphraseNeeded(path: "vault") }
            return state.withLock { $0.values.removeValue(forKey: name) != nil }
        }
    }

    @Test func `a secret that was set and was not found is found when it is back, and those who wait are told`() async throws {
        let vault = Vault()
        let secrets = Secrets(store: vault)
        secrets.expect(["provider:openai"])
        #expect(try secrets.value(of: "provider:openai") == nil)
        #expect(try secrets.value(of: "never-set") == nil)
        let openings = secrets.openings()
        secrets.retry()
        #expect(try secrets.value(of: "provider:openai") == nil)
        vault.put(["provider:openai": "sk-canary-1", "never-set": "x"])
        secrets.retry()
        #expect(try secrets.value(of: "provider:openai") == "sk-canary-1")
        #expect(try secrets.value(of: "never-set") == nil)
        for await _ in openings { break }
        let asked = vault.asked
        secrets.retry()
        #expect(vault.asked == asked)
        secrets.recheck()
        #expect(try secrets.value(of: "never-set") == "x")
        #expect(vault.asked.count == asked.count + 1)
    }

    @Test func `those who wait are told too when somebody else finds what was missing`() async throws {
        let vault = Vault()
        let secrets = Secrets(store: vault)
        secrets.expect(["a"])
        #expect(try secrets.value(of: "a") == nil)
        let openings = secrets.openings()
        vault.put(["a": "1"])
        secrets.recheck()
        #expect(try secrets.value(of: "a") == "1")
        for await _ in openings { break }
    }

    @Test func `whoever asks while a closed store is tried again does not wait for it`() throws {
        let vault = Vault(isOpen: false)
        let secrets = Secrets(store: vault)
        #expect(throws: SecretStoreError.self) { try secrets.value(of: "a") }
        vault.whenAsked {
            vault.whenAsked(nil)
            #expect(throws: SecretStoreError.self) { try secrets.value(of: "a") }
            #expect(throws: SecretStoreError.self) { try secrets.value(of: "b") }
        }
        secrets.retry()
        #expect(vault.asked == ["a", "a"])
        #expect(throws: SecretStoreError.self) { try secrets.value(of: "b") }
        #expect(vault.asked == ["a", "a"])
        vault.put(["a": "1", "b": "2"])
        vault.open()
        secrets.retry()
        #expect(try secrets.value(of: "a") == "1")
        #expect(try secrets.value(of: "b") == "2")
    }

    @Test func `what is taken away while a store is asked stays away`() throws {
        let vault = Vault()
        let secrets = Secrets(store: vault)
        let name = try SecretName("a")
        secrets.expect(["a"])
        #expect(try secrets.value(of: "a") == nil)
        vault.put(["a": "1"])
        vault.whenAsked {
            vault.whenAsked(nil)
            secrets.expectNoMore(name)
        }
        secrets.retry()
        #expect(try secrets.value(of: "a") == nil)
        #expect(!secrets.isExpected(name))
    }
}
