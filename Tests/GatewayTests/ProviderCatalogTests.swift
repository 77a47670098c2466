import Domain
import TestSupport
import Testing

@testable import Gateway

struct ProviderCatalogTests {
    private struct Practice: ModelProvider {
        func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
            try await onEvent(.finish(.stop))
        }
    }

    private func row(_ kind: ProviderKind, _ config: JSONValue = [:]) -> Provider {
        Provider(
            id: Provider.ID("p"), name: "P", kind: kind, config: JSONColumn(config),
            privacyTier: kind.defaults.needsKey ? .proprietaryCloud : .local)
    }

    private func withCatalog<Result>(
        _ variables: [String: String] = [:], body: (ProviderCatalog) async throws -> Result
    ) async throws -> Result {
        try await OutboundHTTP.with { http in
            try await body(ProviderCatalog(http: http, time: ManualTime(), practice: Practice()) { variables[$0] })
        }
    }

    @Test(arguments: [
        (ProviderKind.openai, "https://api.openai.com/v1/models", "OPENAI_API_KEY"),
        (.groq, "https://api.groq.com/openai/v1/models", "GROQ_API_KEY"),
        (.openrouter, "https://openrouter.ai/api/v1/models", "OPENROUTER_API_KEY"),
        (.together, "https://api.together.xyz/v1/models", "TOGETHER_API_KEY"),
        (.fireworks, "https://api.fireworks.ai/inference/v1/models", "FIREWORKS_API_KEY"),
        (.anthropic, "https://api.anthropic.com/v1/models", "ANTHROPIC_API_KEY"),
        (.google, "https://generativelanguage.googleapis.com/v1beta/models", "GOOGLE_GENERATIVE_AI_API_KEY"),
    ])
    func `a cloud needs nothing but its key`(kind: ProviderKind, url: String, variable: String) async throws {
        try await withCatalog([variable: "sk-1"]) { catalog async throws in
            let provider = try catalog.wireProvider(for: row(kind))
            #expect(provider.endpoint.url("models") == url)
            #expect(provider.credential == Credential("sk-1"))
        }
        try await withCatalog([variable: " "]) { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row(kind)) }
            #expect(error?.class == .unauthorized)
            #expect(error?.message.contains(variable) == true)
        }
    }

    @Test func `a kind's own key goes to no other address`() async throws {
        try await withCatalog(["OPENAI_API_KEY": "sk-1", "PROXY_KEY": "sk-2"]) { catalog async throws in
            let error = #expect(throws: ModelError.self) {
                try catalog.provider(for: row(.openai, ["base_url": "https://proxy.example/v1"]))
            }
            #expect(error?.class == .unauthorized)
            let named = try catalog.wireProvider(
                for: row(.openai, ["baseUrl": "https://proxy.example/v1", "api_key_env": "PROXY_KEY"]))
            #expect(named.credential == Credential("sk-2"))
            let same = try catalog.wireProvider(for: row(.openai, ["base_url": "https://API.openai.com/v1/"]))
            #expect(same.credential == Credential("sk-1"))
        }
    }

    @Test func `local servers need no key`() async throws {
        try await withCatalog(["MINE": "sk-3"]) { catalog async throws in
            #expect(try catalog.wireProvider(for: row(.ollama)).endpoint.url("chat") == "http://localhost:11434/api/chat")
            let older = try catalog.wireProvider(for: row(.ollama, ["baseUrl": "http://box:11434/v1", "api": "chat"]))
            #expect(older.endpoint.url("models") == "http://box:11434/v1/models")
            #expect(try catalog.wireProvider(for: row(.openaiCompatible, ["base_url": "http://box/v1"])).credential == nil)
            let keyed = try catalog.wireProvider(
                for: row(.openaiCompatible, ["base_url": "http://box/v1", "api_key_env": "MINE"]))
            #expect(keyed.credential == Credential("sk-3"))
        }
    }

    @Test(arguments: [
        (ProviderKind.openaiCompatible, "{}"), (.openaiCompatible, #"{"base_url":" "}"#),
        (.openaiCompatible, #"{"base_url":"file:///x"}"#),
        (.ollama, #"{"base_url":7}"#), (.ollama, #"{"api_key_env":"sk-live-key"}"#), (.ollama, #"{"first_byte_seconds":0}"#),
        (.ollama, #"{"first_byte_seconds":"60"}"#),
        (.openai, #"{"api":"telepathy"}"#), (.anthropic, #"{"api":"chat"}"#), (.ollama, #"{"think":"hard"}"#),
    ])
    func `a row that cannot work is refused`(kind: ProviderKind, text: String) async throws {
        let config = try JSONValue(parsing: text)
        try await withCatalog { catalog async throws in
            let error = #expect(throws: ModelError.self) { try catalog.provider(for: row(kind, config)) }
            #expect(error?.class == .invalidRequest)
        }
    }

    @Test func `a row may give an answer more time to begin`() async throws {
        try await withCatalog { catalog async throws in
            let provider = try catalog.wireProvider(for: row(.ollama, ["first_byte_seconds": 600]))
            #expect(provider.clocks.firstByte == .seconds(600))
            #expect(provider.clocks.idle == StreamClocks().idle)
        }
    }

    @Test func `the practice model is the one handed in`() async throws {
        try await withCatalog { catalog async throws in
            #expect(try catalog.provider(for: row(.practice)) is Practice)
            #expect(await catalog.check(row(.practice)).reachable)
        }
    }

    @Test func `a check lists the models`() async throws {
        try await withFakeModelServer { server async throws in
            try await withCatalog { catalog async throws in
                let check = await catalog.check(row(.openaiCompatible, ["base_url": .string(server.baseURL)]))
                #expect(check == ProviderCheck(reachable: true, models: ["fake-large", "fake-small"]))
                #expect(server.requests.map(\.path) == ["/v1/models"])
            }
        }
    }

    @Test func `a check says what is wrong`() async throws {
        let port = try await withFakeModelServer { $0.port }  // free again by now
        try await withCatalog { catalog async throws in
            let check = await catalog.check(row(.openaiCompatible, ["base_url": .string("http://127.0.0.1:\(port)/v1")]))
            #expect(!check.reachable)
            #expect(check.problem == "No connection to the provider: nothing listens at its address.")
            #expect(await catalog.check(row(.groq)).problem == "No key: the environment variable GROQ_API_KEY is not set.")
        }
    }

    @Test func `defaults and rows tell the model`() {
        #expect(row(.openai).defaultModel == "gpt-4o-mini")
        #expect(row(.openai, ["default_model": "x"]).defaultModel == "x")
        #expect(row(.openai, ["defaultModel": "y"]).defaultModel == "y")
        #expect(row(.openai, ["default_model": " "]).defaultModel == "gpt-4o-mini")
        #expect(row(.openaiCompatible).defaultModel == nil)
        #expect(ProviderKind.ollama.defaults.concurrencyCap == 1)
    }
}
