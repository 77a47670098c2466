import Domain
import TestSupport
import Testing

@testable import Gateway

/// What makes vectors, against a server that answers as it is told.
struct EmbeddingTests {
    enum Maker: String, CaseIterable, Sendable {
        case openai, compatible, google, ollama

        func row(_ server: FakeModelServer) -> Provider {
            let base: String
            let kind: ProviderKind
            switch self {
            case .openai: (kind, base) = (.openai, server.baseURL)
            case .compatible: (kind, base) = (.openaiCompatible, server.baseURL)
            case .google: (kind, base) = (.google, server.baseURL)
            case .ollama: (kind, base) = (.ollama, server.baseURL)
            }
            let config: JSONValue = ["base_url": .string(base), "api_key_env": "THE_KEY"]
            return Provider(
                id: Identifier("p"), name: "Mine", kind: kind, config: JSONColumn(config), privacyTier: .local)
        }

        var path: String {
            switch self {
            case .openai, .compatible: "/v1/embeddings"
            case .google: "/v1/models/m:batchEmbedContents"
            case .ollama: "/api/embed"
            }
        }

        func answer(_ vectors: [[JSONValue]], usage: JSONValue = 7) -> JSONValue {
            let lists = vectors.map { JSONValue.array($0) }
            switch self {
            case .openai, .compatible:
                let items = lists.enumerated().map { JSONValue.object(["index": .integer(Int64($0)), "embedding": $1]) }
                return ["data": .array(items.reversed()), "usage": ["prompt_tokens": usage]]
            case .google:
                return ["embeddings": .array(lists.map { ["values": $0] }), "usageMetadata": ["promptTokenCount": usage]]
            case .ollama: return ["embeddings": .array(lists), "prompt_eval_count": usage]
            }
        }

        /// The texts that a request asks for.
        func texts(in body: JSONValue?) -> [String] {
            guard self == .google else { return body?["input"]?.array?.compactMap(\.string) ?? [] }
            return body?["requests"]?.array?.compactMap { $0["content"]?["parts"]?[0]?["text"]?.string } ?? []
        }
    }

    private func ask(
        _ maker: Maker, _ texts: [String], _ server: FakeModelServer
    ) async throws -> TextVectors {
        try await OutboundHTTP.with { http in
            let time = ManualTime()
            let catalog = ProviderCatalog(http: http, time: time, practice: PracticeProvider(time: time)) {
                $0 == "THE_KEY" ? "sk-very-secret-0123456789" : nil
            }
            return try await catalog.embedder(for: maker.row(server)).embed(texts, model: "m")
        }
    }

    @Test(arguments: Maker.allCases)
    func `texts have vectors in their order, with the tokens that were read`(maker: Maker) async throws {
        let script = FakeModelServer.Script.json(maker.answer([[1, .number(0.5)], [.number(-2e-3), 3], [0, 0]]))
        try await withFakeModelServer(script) { server async throws in
            let answer = try await ask(maker, ["one", "two", "three"], server)
            #expect(answer == TextVectors(vectors: [[1, 0.5], [-2e-3, 3], [0, 0]], tokens: 7))
            let request = try #require(server.requests.first)
            #expect(request.path == maker.path)
            #expect(
                request.headers[maker == .google ? "x-goog-api-key" : "authorization"]?.hasSuffix("sk-very-secret-0123456789")
                    == true)
            #expect(maker.texts(in: request.body) == ["one", "two", "three"])
        }
    }

    @Test(arguments: Maker.allCases)
    func `more texts than a call may have are asked for in several`(maker: Maker) async throws {
        let whole = FakeModelServer.Script.json(maker.answer(Array(repeating: [1, 2], count: 64)))
        let rest = FakeModelServer.Script.json(maker.answer([[3, 4]]))
        try await withFakeModelServer(whole, rest) { server async throws in
            let texts = (0..<65).map { "text \($0)" }
            let answer = try await ask(maker, texts, server)
            #expect(answer.vectors.count == 65)
            #expect(answer.vectors.last == [3, 4])
            #expect(answer.tokens == 14)
            #expect(server.requests.flatMap { maker.texts(in: $0.body) } == texts)
        }
    }

    @Test(arguments: Maker.allCases)
    func `no texts are no call`(maker: Maker) async throws {
        try await withFakeModelServer { server async throws in
            #expect(try await ask(maker, [], server).vectors.isEmpty)
            #expect(server.requests.isEmpty)
        }
    }

    /// Answers to two texts that no program can use.
    private static let hostile: [[[JSONValue]]] = [
        [[1, 2]], [[1, 2], [1, 2], [1, 2]], [[1, 2], [1]], [[], []], [[1, 2], [1, "x"]], [[1, 2], [1, nil]],
        [[1, 2], [1, .number(1e300)]], [Array(repeating: 1, count: 8193), Array(repeating: 1, count: 8193)],
        Array(repeating: [1], count: 5000),
    ]

    @Test(arguments: Maker.allCases, hostile.indices)
    func `an answer that cannot be is refused in words`(maker: Maker, place: Int) async throws {
        try await withFakeModelServer(.json(maker.answer(Self.hostile[place]))) { server async throws in
            let error = await #expect(throws: ModelError.self) { _ = try await ask(maker, ["one", "two"], server) }
            #expect(error?.class == .malformed)
            #expect(error?.message.isEmpty == false)
        }
    }

    @Test(
        arguments: Maker.allCases,
        [
            "", "null", "[]", "{}", "{\"data\":7}", "{\"data\":[7]}", "{\"embeddings\":[7]}", "{\"embeddings\":{}}",
            "<html>no</html>",
            "{\"data\":[{\"index\":9,\"embedding\":[1]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}",
            "{\"data\":[{\"index\":-1,\"embedding\":[1]}]}", "{\"data\":[{\"index\":1e99,\"embedding\":[1]}]}",
        ])
    func `any other text is refused in words`(maker: Maker, text: String) async throws {
        try await withFakeModelServer(.raw(text, contentType: "application/json")) { server async throws in
            let error = await #expect(throws: ModelError.self) { _ = try await ask(maker, ["one", "two"], server) }
            #expect(error?.class == .malformed)
        }
    }

    @Test(arguments: Maker.allCases)
    func `an answer without end is read no further than any can be`(maker: Maker) async throws {
        let endless = String(repeating: " ", count: WireEmbedder.answerLimit + 1)
        try await withFakeModelServer(.raw(endless, contentType: "application/json")) { server async throws in
            let error = await #expect(throws: ModelError.self) { _ = try await ask(maker, ["one"], server) }
            #expect(error?.class == .malformed)
        }
    }

    @Test(
        arguments: Maker.allCases,
        [(401, ModelError.Class.unauthorized), (404, .invalidRequest), (429, .rateLimited), (500, .server)])
    func `a refusal keeps its class and shows no key`(maker: Maker, refusal: (Int, ModelError.Class)) async throws {
        let script = FakeModelServer.Script.status(refusal.0, retryAfter: 3, message: "no sk-very-secret-0123456789")
        try await withFakeModelServer(script) { server async throws in
            let error = await #expect(throws: ModelError.self) { _ = try await ask(maker, ["one"], server) }
            #expect(error?.class == refusal.1)
            #expect(error?.message.contains("secret") == false)
        }
    }

    @Test(arguments: Maker.allCases)
    func `a count of tokens that cannot be is none`(maker: Maker) async throws {
        for usage in [-1, .number(1e40), "7", nil] as [JSONValue] {
            try await withFakeModelServer(.json(maker.answer([[1, 2]], usage: usage))) { server async throws in
                #expect(try await ask(maker, ["one"], server).tokens == nil)
            }
        }
    }

    @Test(arguments: [ProviderKind.anthropic, .groq, .practice])
    func `a kind that makes no vectors says so`(kind: ProviderKind) async throws {
        try await OutboundHTTP.with { http in
            let time = ManualTime()
            let catalog = ProviderCatalog(http: http, time: time, practice: PracticeProvider(time: time)) { _ in "key" }
            let row = Provider(
                id: Identifier("p"), name: "Mine", kind: kind, config: JSONColumn(.object([:])),
                privacyTier: .proprietaryCloud)
            let error = #expect(throws: ModelError.self) { try catalog.embedder(for: row) }
            #expect(error?.class == .invalidRequest)
            #expect(error?.message.contains("Mine") == true)
        }
    }
}
