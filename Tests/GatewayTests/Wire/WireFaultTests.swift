import Domain
import TestSupport
import Testing

@testable import Gateway

/// What happens to connections, in every format.
@Suite(.timeLimit(.minutes(10)))
struct WireFaultTests {
    /// A stream and the offsets at which something happens to it: before it, in its first piece, between pieces, at its end.
    private static func script(_ wire: Wire) -> (FakeModelServer.Script, [Int]) {
        let frames = wire.samples[0].frames
        let body = wire.body(frames)
        let first = wire.body([frames[0]]).count
        let headers = ["Content-Type": wire.contentType]
        return (FakeModelServer.Script(headers: headers, body: body), [0, 1, first / 2, first, first + 3, body.count / 3])
    }

    @Test(arguments: Wire.allCases)
    func `a connection that is lost breaks the stream`(wire: Wire) async throws {
        let (script, offsets) = Self.script(wire)
        try await withProvider(format: wire.format) { provider, server async throws in
            for offset in offsets {
                for ending in [FakeModelServer.Script.Ending.closed(afterBytes: offset), .reset(afterBytes: offset)] {
                    server.enqueue(script.ending(ending))
                    #expect(try await provider.failure().class == .brokenStream, "\(ending)")
                }
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func `an answer that stops is given up, and its connection closed`(wire: Wire) async throws {
        let (script, offsets) = Self.script(wire)
        let time = ManualTime()
        try await withProvider(format: wire.format, time: time) { provider, server async throws in
            for (count, offset) in offsets.enumerated() {
                server.enqueue(script.ending(.stalled(afterBytes: offset)))
                let error = Shared<ModelError?>(nil)
                let call = Task {
                    let failure = try await provider.failure()
                    error.change { $0 = failure }
                }
                await server.waitForRequests(count + 1)
                while error.value == nil {
                    time.advance(by: .seconds(61))
                    await Task.yield()
                }
                try await call.value
                #expect(error.value?.class == .timeout)
                await server.waitForHangUps(count + 1)
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func `a refusal is classed by its status, and the key stands in no error`(wire: Wire) async throws {
        let key = "sk-very-secret"
        let statuses: [(Int, ModelError.Class)] = [
            (400, .invalidRequest), (401, .unauthorized), (403, .unauthorized), (404, .invalidRequest), (429, .rateLimited),
            (500, .server), (503, .server), (529, .server),
        ]
        try await withProvider(format: wire.format, key: key) { provider, server async throws in
            for (status, kind) in statuses {
                server.enqueue(.status(status, retryAfter: 2, message: "because of \(key)"))
                let error = try await provider.failure()
                #expect(error.class == kind)
                #expect(error.status == status)
                #expect(error.message.hasSuffix("(HTTP \(status)): because of [key]"))
                #expect(error.retryAfter == ([.rateLimited, .server].contains(kind) ? .seconds(2) : nil))
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func `the key travels in a header and nowhere else`(wire: Wire) async throws {
        let key = "sk-very-secret"
        try await withProvider(.status(500), format: wire.format, key: key) { provider, server async throws in
            _ = try await provider.failure()
            let request = try #require(server.requests.first)
            #expect(!request.path.contains("secret"))
            #expect(request.body?.description.contains("secret") == false)
            let carriers = request.headers.filter { $0.value.contains(key) }.keys.sorted()
            switch wire {
            case .messages: #expect(carriers == ["x-api-key"])
            case .gemini: #expect(carriers == ["x-goog-api-key"])
            case .chat, .responses, .ollama: #expect(carriers == ["authorization"])
            }
            #expect(request.headers["anthropic-version"] == (wire == .messages ? "2023-06-01" : nil))
        }
    }

    @Test func `Google says of a wrong key that the request is wrong, and how long to wait in the details`() async throws {
        var wrong = FakeModelServer.Script.raw(
            #"{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}"#,
            contentType: "application/json")
        wrong.status = 400
        var busy = FakeModelServer.Script.raw(
            #"[{"error":{"code":429,"message":"Slow down.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}]"#,
            contentType: "application/json")
        busy.status = 429
        try await withProvider(wrong, busy, format: GoogleFormat()) { provider, _ async throws in
            let refused = try await provider.failure()
            #expect(refused.class == .unauthorized)
            #expect(refused.message == "The provider refused the key (HTTP 400): API key not valid.")
            let waits = try await provider.failure()
            #expect(waits.class == .rateLimited)
            #expect(waits.message.hasSuffix("Slow down."))
            #expect(waits.retryAfter == .milliseconds(34_500))
        }
    }
}
