import Domain
import TestSupport
import Testing

@testable import Gateway

struct KeyLookupTests {
    private struct Practice: ModelProvider {
        func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {}
    }

    private struct Broken: SecretStore {
        let place = SecretPlace(kind: .file, description: "nowhere")
        func value(of name: String) throws(SecretStoreError) -> String? { throw .damaged(path: "secrets") }
        func set(_ value: String, for name: String) throws(SecretStoreError) { throw .damaged(path: "secrets") }
        func remove(_ name: String) throws(SecretStoreError) -> Bool { throw .damaged(path: "secrets") }
    }

    private func row(_ config: JSONValue = [:], kind: ProviderKind = .openai) -> Provider {
        Provider(
            id: Provider.ID("mine"), name: "Mine", kind: kind, config: JSONColumn(config), privacyTier: .proprietaryCloud)
    }

    private func withCatalog(
        _ store: any SecretStore, _ variables: [String: String] = [:], expecting names: [String] = [],
        body: (ProviderCatalog) async throws -> Void
    ) async throws {
        let secrets = Secrets(store: store)
        secrets.expect(names)
        try await OutboundHTTP.with { http in
            let catalog = ProviderCatalog(http: http, time: ManualTime(), practice: Practice(), secrets: secrets) {
                variables[$0]
            }
            try await body(catalog)
        }
    }

    @Test(arguments: [
        (["provider:mine": "k-own", "shared": "k-shared"], "k-own", ProviderKey.Source.secret, "provider:mine"),
        (["shared": "k-shared"], "k-shared", .reference, "shared"),
    ])
    func `a provider's own secret comes first, then the one its row names`(
        secrets: [String: String], key: String, source: ProviderKey.Source, name: String
    ) async throws {
        let row = row(["api_key": ["secret_ref": "shared"], "api_key_env": "MINE"])
        try await withCatalog(MemorySecretStore(secrets), ["MINE": "k-env", "OPENAI_API_KEY": "k-kind"]) { catalog async throws in
            #expect(try catalog.keys.credential(for: row, ProviderSettings(row)) == Credential(key))
            #expect(catalog.key(of: row) == ProviderKey(source: source, name: name, isNeeded: true))
        }
    }

    @Test func `then the variable that the row names, then that of the kind, at its own address only`() async throws {
        let variables = ["MINE": "k-env", "OPENAI_API_KEY": "k-kind"]
        try await withCatalog(MemorySecretStore(), variables) { catalog async throws in
            #expect(catalog.key(of: row(["api_key_env": "MINE"])).name == "MINE")
            #expect(catalog.key(of: row()).name == "OPENAI_API_KEY")
            #expect(!catalog.key(of: row(["base_url": "https://proxy.example/v1"])).isThere)
        }
        try await withCatalog(MemorySecretStore(["provider:mine": "k-own"]), variables) { catalog async throws in
            #expect(catalog.key(of: row(["base_url": "https://proxy.example/v1"])).source == .secret)
        }
    }

    @Test(arguments: [ProviderKind.anthropic, .openai, .google])
    func `what runs on this machine needs no key, and is sent the one it has`(kind: ProviderKind) async throws {
        var row = row(["base_url": "http://127.0.0.1:8080"], kind: kind)
        row.privacyTier = .local
        try await withCatalog(MemorySecretStore()) { catalog async throws in
            #expect(catalog.key(of: row) == ProviderKey(isNeeded: false))
            #expect(try catalog.keys.credential(for: row, ProviderSettings(row)) == nil)
        }
        try await withCatalog(MemorySecretStore(["provider:mine": "k-own"])) { catalog async throws in
            #expect(try catalog.keys.credential(for: row, ProviderSettings(row)) == Credential("k-own"))
        }
    }

    @Test func `a row that names a secret which is not set has no key`() async throws {
        let row = row(["api_key": ["secret_ref": "shared"]])
        try await withCatalog(MemorySecretStore(), ["OPENAI_API_KEY": "k-kind"]) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row) }
            #expect(error?.message.contains("shared") == true)
            #expect(!catalog.key(of: row).isThere)
        }
    }

    @Test func `a key in the place of a reference is refused and not repeated`() async throws {
        try await withCatalog(MemorySecretStore()) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row(["api_key": "sk-canary-1"])) }
            #expect(error?.message.contains("sk-canary-1") == false)
        }
    }

    @Test func `secrets that cannot be read are an error of that kind, and not a missing key`() async throws {
        try await withCatalog(Broken(), ["OPENAI_API_KEY": "k-kind"], expecting: ["provider:mine"]) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row()) }
            #expect(error?.class == .secretsClosed)
            #expect(error?.message.contains("was cut or changed") == true)
            #expect(catalog.key(of: row()).problem?.contains("was cut or changed") == true)
        }
    }

    @Test func `a key in the environment is used while the secrets are closed, where none was set`() async throws {
        try await withCatalog(Broken(), ["OPENAI_API_KEY": "k-kind"]) { catalog async throws in
            #expect(try catalog.keys.credential(for: row(), ProviderSettings(row())) == Credential("k-kind"))
            #expect(catalog.key(of: row()).source == .environment)
            let named = row(["api_key": ["secret_ref": "shared"]])
            #expect(throws: ModelError.self) { try catalog.provider(for: named) }
        }
        try await withCatalog(Broken()) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row()) }
            #expect(error?.class == .secretsClosed)
        }
    }

    @Test(arguments: [PrivacyTier.local, .openSourceCloud], [true, false])
    func `a provider that need not have a key is not called without the one that was set`(
        tier: PrivacyTier, isClosed: Bool
    ) async throws {
        var row = row(["base_url": "http://127.0.0.1:8080"], kind: .openaiCompatible)
        row.privacyTier = tier
        let store: any SecretStore = isClosed ? Broken() : MemorySecretStore()
        try await withCatalog(store, expecting: ["provider:mine"]) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row) }
            #expect(error?.class == .secretsClosed)
        }
        try await withCatalog(store, expecting: ["provider:other"]) { catalog async throws in
            #expect(try catalog.keys.credential(for: row, ProviderSettings(row)) == nil)
        }
    }

    @Test(arguments: 1...12)
    func `an answer that holds a key is passed on without it, in whatever pieces it comes`(size: Int) async throws {
        let key = "sk-canary-1Z9"
        let secrets = Secrets(store: MemorySecretStore(["provider:mine": key]))
        let answer = "The header is Bearer \(key), I think."
        try await withFakeModelServer(.events(Self.chunks(answer, size) + [FakeModelServer.Script.finish("stop")])) { server in
            try await OutboundHTTP.with { http in
                let catalog = ProviderCatalog(http: http, time: ManualTime(), practice: Practice(), secrets: secrets) { _ in nil }
                let row = row(["base_url": .string(server.baseURL)], kind: .openaiCompatible)
                let provider = try GuardedProviders(catalog, redactor: secrets.redactor).provider(for: row)
                var texts: [String] = []
                try await provider.stream(ModelRequest(model: "m", system: "", messages: [.user("?")])) { event in
                    if case .text(let text) = event { texts.append(text) }
                }
                #expect(texts.joined() == "The header is Bearer [secret], I think.")
            }
            #expect(server.requests.last?.headers["authorization"] == "Bearer \(key)")
        }
    }

    @Test func `a call keeps what its provider wants to see again`() async throws {
        let secrets = Secrets(store: MemorySecretStore(["provider:mine": "sk-very-secret"]))
        let sample = try #require(Wire.gemini.samples.first { !$0.events.toolCalls.isEmpty })
        let script = FakeModelServer.Script(
            headers: ["Content-Type": Wire.gemini.contentType], body: Wire.gemini.body(sample.frames))
        try await withFakeModelServer(script) { server in
            try await OutboundHTTP.with { http in
                let catalog = ProviderCatalog(http: http, time: ManualTime(), practice: Practice(), secrets: secrets) { _ in nil }
                let row = row(["base_url": .string("http://127.0.0.1:\(server.port)")], kind: .google)
                let provider = try GuardedProviders(catalog, redactor: secrets.redactor).provider(for: row)
                #expect(try await provider.events().toolCalls == sample.events.toolCalls)
            }
        }
    }

    private static func chunks(_ text: String, _ size: Int) -> [JSONValue] {
        var rest = Substring(text)
        var chunks: [JSONValue] = []
        while !rest.isEmpty {
            chunks.append(FakeModelServer.Script.delta(["content": .string(String(rest.prefix(size)))]))
            rest = rest.dropFirst(size)
        }
        return chunks
    }
}
