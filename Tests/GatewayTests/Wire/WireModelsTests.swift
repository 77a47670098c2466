import Domain
import TestSupport
import Testing

@testable import Gateway

/// Lists of models, and what trying out a provider makes of them.
@Suite(.timeLimit(.minutes(10)))
struct WireModelsTests {
    private struct Practice: ModelProvider {
        func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {}
    }

    /// Where each kind lists its models, page by page, and what it says there.
    private static let lists: [(kind: ProviderKind, pages: [(path: String, body: String)], models: [String])] = [
        (
            .anthropic,
            [
                (
                    "/v1/models?limit=1000",
                    #"{"data":[{"type":"model","id":"claude-b-20260101"}],"has_more":true,"last_id":"b/1"}"#
                ),
                ("/v1/models?limit=1000&after_id=b%2F1", #"{"data":[{"id":"claude-a"}],"has_more":false,"last_id":"a"}"#),
            ], ["claude-a", "claude-b-20260101"]
        ),
        (
            .google,
            [
                (
                    "/v1beta/models?pageSize=1000",
                    #"{"models":[{"name":"models/gemini-x","supportedGenerationMethods":["generateContent"]},{"name":"models/embed","supportedGenerationMethods":["embedContent"]}],"nextPageToken":"t=1"}"#
                ),
                (
                    "/v1beta/models?pageSize=1000&pageToken=t%3D1",
                    #"{"models":[{"name":"models/gemini-a","supportedGenerationMethods":["generateContent"]}]}"#
                ),
            ], ["gemini-a", "gemini-x"]
        ),
        (
            .ollama, [("/api/tags", #"{"models":[{"name":"qwen3:latest","model":"qwen3:latest"},{"name":"llama3.1:8b"}]}"#)],
            ["llama3.1:8b", "qwen3:latest"]
        ),
        (.openaiCompatible, [("/models", #"{"data":[{"id":"b"},{"id":"a"}]}"#)], ["a", "b"]),
        (.together, [("/models", #"[{"id":"b"},{"id":"a"}]"#)], ["a", "b"]),
    ]

    private func row(_ kind: ProviderKind, _ port: Int, model: String? = nil, scheme: String = "http") -> Provider {
        var config: [String: JSONValue] = ["base_url": .string("\(scheme)://127.0.0.1:\(port)"), "api_key_env": "KEY"]
        config["default_model"] = model.map(JSONValue.string)
        return Provider(
            id: Provider.ID("p"), name: "P", kind: kind, config: JSONColumn(.object(config)), privacyTier: .proprietaryCloud)
    }

    private func withCatalog<Result>(_ body: (ProviderCatalog) async throws -> Result) async throws -> Result {
        try await OutboundHTTP.with { http in
            try await body(ProviderCatalog(http: http, time: ManualTime(), practice: Practice()) { _ in "sk-secret" })
        }
    }

    @Test(arguments: lists.indices)
    func `a list of models is read to its end`(place: Int) async throws {
        let (kind, pages, models) = Self.lists[place]
        try await withFakeModelServer { server async throws in
            for page in pages { server.list(.raw(page.body, contentType: "application/json"), at: page.path) }
            try await withCatalog { catalog async throws in
                #expect(await catalog.check(row(kind, server.port)) == ProviderCheck(reachable: true, models: models))
                #expect(server.requests.map(\.path) == pages.map(\.path))
                #expect(server.requests.allSatisfy { !$0.path.contains("secret") })
            }
        }
    }

    @Test(arguments: [
        (0, "claude-a", true), (0, "claude-b", true), (0, "claude-b-latest", true), (0, "claude-b-20260101", true),
        (0, "claude", false), (0, "claude-c", false), (1, "gemini-x", true), (1, "models/gemini-x", true), (1, "embed", false),
        (2, "qwen3", true), (2, "qwen3:latest", true), (2, "llama3.1", false), (3, "a", true), (3, "c", false),
    ])
    func `a model that the row names and the list lacks is named`(place: Int, model: String, isThere: Bool) async throws {
        let (kind, pages, models) = Self.lists[place]
        try await withFakeModelServer { server async throws in
            for page in pages { server.list(.raw(page.body, contentType: "application/json"), at: page.path) }
            try await withCatalog { catalog async throws in
                let check = await catalog.check(row(kind, server.port, model: model))
                #expect(check.reachable)
                #expect(check.models == models)
                #expect(check.problem?.contains("does not list the model \(model); it lists 2") == (isThere ? nil : true))
            }
        }
    }

    @Test(arguments: lists.indices)
    func `what is wrong is said, without the key`(place: Int) async throws {
        let (kind, pages, _) = Self.lists[place]
        try await withFakeModelServer { server async throws in
            try await withCatalog { catalog async throws in
                func problem(_ script: FakeModelServer.Script) async -> String {
                    server.list(script, at: pages[0].path)
                    let check = await catalog.check(row(kind, server.port))
                    #expect(!check.reachable)
                    return check.problem ?? ""
                }
                let refused = await problem(.status(401, message: "wrong key sk-secret"))
                #expect(refused == "The provider refused the key (HTTP 401): wrong key [key]")
                let lost = await problem(.status(404, message: "no"))
                #expect(lost == "The provider refused the request (HTTP 404): no. Is the base URL right?")
                #expect(await problem(.raw("<html>", contentType: "text/html")).hasSuffix("Is the base URL right?"))
                #expect(await problem(.raw("{}", contentType: "application/json")).contains("is not a list of models"))
                #expect(await problem(.status(500, message: "oops")) == "The provider failed (HTTP 500): oops")
                let encrypted = await catalog.check(row(kind, server.port, scheme: "https"))
                #expect(encrypted.problem?.hasPrefix("No connection to the provider: its certificate or TLS") == true)
            }
        }
    }

    @Test func `a list without end is not read for ever`() async throws {
        let first = "/v1/models?limit=1000"
        let pages = (0..<100).map { number in
            (
                number == 0 ? first : "\(first)&after_id=\(number)",
                #"{"data":[{"id":"claude-\#(number)"}],"has_more":true,"last_id":"\#(number + 1)"}"#
            )
        }
        try await withFakeModelServer { server async throws in
            for page in pages { server.list(.raw(page.1, contentType: "application/json"), at: page.0) }
            try await withCatalog { catalog async throws in
                #expect(await catalog.check(row(.anthropic, server.port)).models.count == ModelPages.limit)
            }
        }
    }
}
