import Domain
import TestSupport
import Testing

@testable import Gateway

/// Calls over real connections.
@Suite(.timeLimit(.minutes(10)))
struct WireProviderTests {
    typealias Script = FakeModelServer.Script

    @Test(arguments: [nil, 1, 2, 3, 5, 8, 64] as [Int?])
    func `an answer is streamed`(pieceSize: Int?) async throws {
        var script = Script.text("Hello there")
        script.pieceSize = pieceSize
        try await withProvider(script, key: "sk-1") { provider, server async throws in
            let events = try await provider.events()
            #expect(events == [.text("Hello"), .text(" there"), .usage(Script.usualUsage), .finish(.stop)])
            let request = try #require(server.requests.first)
            #expect(request.path == "/v1/chat/completions")
            #expect(request.headers["authorization"] == "Bearer sk-1")
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.headers["accept-encoding"] == nil)
            #expect(request.body == ChatRequestBody(.greeting, dialect: .compatible).value)
        }
    }

    @Test func `without a key no credential is sent`() async throws {
        try await withProvider { provider, server async throws in
            #expect(try await provider.events().text == "ok")
            #expect(server.requests.first?.headers["authorization"] == nil)
        }
    }

    @Test func `tool calls are streamed`() async throws {
        let calls = [ToolCall(id: "a", name: "find", arguments: #"{"q":1}"#), ToolCall(id: "b", name: "list", arguments: "{}")]
        try await withProvider(.toolCalls(calls, usage: nil), .whole("", toolCalls: calls, usage: nil)) {
            provider, _ async throws in
            let expected = calls.map(ModelEvent.toolCall) + [.finish(.toolCalls)]
            for _ in 0..<2 {
                let events = try await provider.events()
                #expect(events.filter { $0 != .progress } == expected)
                #expect(events.contains(.progress), "a call that is being written is progress")
            }
        }
    }

    @Test func `an answer without usage has none`() async throws {
        try await withProvider(.text("Hi", usage: nil)) { provider, _ async throws in
            #expect(try await provider.events().usage == nil)
        }
    }

    @Test(arguments: [
        (400, ModelError.Class.invalidRequest), (401, .unauthorized), (403, .unauthorized), (404, .invalidRequest),
        (408, .timeout),
        (413, .invalidRequest), (429, .rateLimited), (500, .server), (503, .server), (529, .server), (302, .invalidRequest),
    ])
    func `a status decides the class`(status: Int, class: ModelError.Class) async throws {
        var script = Script.status(status, message: "because")
        script.headers["Location"] = "http://127.0.0.1:1/"
        try await withProvider(script) { provider, server async throws in
            let error = try await provider.failure()
            #expect(error.class == `class`)
            #expect(error.status == status)
            #expect(error.message.hasSuffix("(HTTP \(status)): because"))
            #expect(error.retryAfter == nil)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `a provider's wish to wait is passed on`() async throws {
        var precise = Script.status(503, retryAfter: 9)
        precise.headers["Retry-After-Ms"] = "250"
        try await withProvider(
            .status(429, retryAfter: 2), .status(529, retryAfter: 100_000), precise, .status(400, retryAfter: 2)
        ) {
            provider, _ async throws in
            #expect(try await provider.failure().retryAfter == .seconds(2))
            #expect(try await provider.failure().retryAfter == .seconds(3600))
            #expect(try await provider.failure().retryAfter == .milliseconds(250))
            #expect(try await provider.failure().retryAfter == nil)
        }
    }

    @Test func `the key stands in no error`() async throws {
        let key = "sk-very-secret"
        let echo = "Incorrect key \(key) given"
        var plain = Script.raw(String(repeating: key, count: 9000), contentType: "text/plain")
        plain.status = 500
        try await withProvider(.status(401, message: echo), plain, .failing(after: "Hi", message: echo), key: key) {
            provider, _ async throws in
            let refused = try await provider.failure()
            #expect(refused.message == "The provider refused the key (HTTP 401): Incorrect key [key] given")
            let failed = try await provider.failure()
            #expect(!failed.message.contains("secret"))
            #expect(failed.message.count <= 600)
            let midway = try await provider.failure()
            #expect(midway.message == "The provider failed: Incorrect key [key] given")
        }
    }

    @Test func `a key that no header can carry is refused`() async throws {
        try await withProvider(key: "sk-ä\nx") { provider, server async throws in
            #expect(try await provider.failure().class == .unauthorized)
            #expect(server.requests.isEmpty)
        }
    }

    @Test(arguments: [0, 1, 20, 57, 120, 180])
    func `a connection that is lost breaks the stream`(count: Int) async throws {
        let script = Script.text("This sentence never ends.")
        try await withProvider(.brokenAfter(bytes: count), script.ending(.reset(afterBytes: count))) { provider, _ async throws in
            #expect(try await provider.failure().class == .brokenStream)
            #expect(try await provider.failure().class == .brokenStream)
        }
    }

    @Test func `what came before the break was delivered`() async throws {
        let script = Script.text("One two three")
        try await withProvider(script.ending(.closed(afterBytes: script.body.count / 2))) { provider, _ async throws in
            var events: [ModelEvent] = []
            await #expect(throws: ModelError.self) { try await provider.stream(.greeting) { events.append($0) } }
            #expect(events.first == .text("One"))
            #expect(events.finish == nil)
        }
    }

    @Test func `an error in the middle of a stream is the call's error`() async throws {
        try await withProvider(.failing(after: "Hi", message: "slow down", type: "rate_limit_exceeded")) {
            provider, _ async throws in
            var events: [ModelEvent] = []
            let error = await #expect(throws: ModelError.self) { try await provider.stream(.greeting) { events.append($0) } }
            #expect(events == [.text("Hi")])
            #expect(error?.class == .rateLimited)
            #expect(error?.message == "The provider failed: slow down")
        }
    }

    @Test(arguments: [
        Script.raw("This is not a stream.\n\n"), .raw("<html></html>", contentType: "text/html"), .raw("data: {\n\n"),
        .raw("data: \u{FFFD}{}\n\n"), .raw("", contentType: "application/json"),
    ])
    func `garbage is malformed`(script: Script) async throws {
        try await withProvider(script) { provider, _ async throws in #expect(try await provider.failure().class == .malformed) }
    }

    @Test func `a line without end is not waited for`() async throws {
        try await withProvider(.endlessLine(bytes: 10 << 20)) { provider, _ async throws in
            #expect(try await provider.failure().class == .malformed)
        }
    }

    @Test func `an answer without end is not waited for`() async throws {
        let comments = String(repeating: ": still at it\n\n", count: 1000)
        try await withProvider(.raw(comments), answerLimit: 10_000) { provider, _ async throws in
            let error = try await provider.failure()
            #expect(error.class == .malformed)
            #expect(error.message.contains("more than"))
        }
    }

    @Test func `over plain HTTP each call has a connection of its own, which no server can close under it`() async throws {
        try await withProvider(.text("one"), .text("two")) { provider, server async throws in
            _ = try await (provider.events(), provider.events())
            #expect(server.requests.map { $0.headers["connection"] } == ["close", "close"])
        }
    }

    @Test func `where nothing listens there is no connection`() async throws {
        try await withProvider { provider, server async throws in
            let port = try await withFakeModelServer { $0.port }  // free again by now
            let nowhere = WireProvider(
                endpoint: try Endpoint("http://127.0.0.1:\(port)"), credential: nil, format: provider.format,
                http: provider.http, clocks: StreamClocks(), time: provider.time)
            #expect(try await nowhere.failure().class == .connect)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `models are listed`() async throws {
        try await withProvider { provider, _ async throws in #expect(try await provider.models() == ["fake-large", "fake-small"])
        }
    }
}
