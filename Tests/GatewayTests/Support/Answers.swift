import Domain
import Synchronization
import TestSupport
import Testing

@testable import Gateway

extension ModelRequest {
    static let greeting = ModelRequest(model: "fake-large", system: "Be kind.", messages: [.user("Hello")])
}

extension [ModelEvent] {
    var text: String {
        reduce(into: "") { text, event in
            if case .text(let piece) = event { text += piece }
        }
    }

    var thoughts: String {
        reduce(into: "") { text, event in
            if case .thought(let piece) = event { text += piece }
        }
    }

    var toolCalls: [ToolCall] {
        compactMap { event in
            if case .toolCall(let call) = event { call } else { nil }
        }
    }

    var usage: TokenUsage? {
        compactMap { event in
            if case .usage(let usage) = event { usage } else { nil }
        }.last
    }

    var finish: FinishReason? {
        guard case .finish(let reason) = last else { return nil }
        return reason
    }
}

extension ModelProvider {
    /// All events of an answer.
    func events(for request: ModelRequest = .greeting) async throws -> [ModelEvent] {
        var events: [ModelEvent] = []
        try await stream(request) { events.append($0) }
        return events
    }

    /// The failure of a call that must fail.
    func failure(for request: ModelRequest = .greeting) async throws -> ModelError {
        try #require(await #expect(throws: ModelError.self) { try await events(for: request) })
    }
}

/// Runs a fake provider and a client of it.
func withProvider<Result>(
    _ scripts: FakeModelServer.Script..., format: any WireFormat = OpenAIFormat(dialect: .compatible), key: String? = nil,
    clocks: StreamClocks = StreamClocks(),
    answerLimit: Int = 64 << 20, time: any TimeSource = ManualTime(),
    body: (WireProvider, FakeModelServer) async throws -> Result
) async throws -> Result {
    try await withFakeModelServer { server in
        for script in scripts { server.enqueue(script) }
        return try await OutboundHTTP.with(clocks: clocks, answerLimit: answerLimit) { http in
            let provider = WireProvider(
                endpoint: try Endpoint(server.baseURL), credential: Credential(key), format: format, http: http,
                clocks: clocks, time: time)
            return try await body(provider, server)
        }
    }
}

extension BodyDecoder {
    /// A decoder of chat completions.
    init(contentType: String?) throws(ModelError) {
        try self.init(contentType: contentType, framing: .events, answer: ChatStreamDecoder())
    }
}

/// A cell that tasks share.
final class Shared<Value: Sendable>: Sendable {
    private let cell: Mutex<Value>

    init(_ value: Value) { cell = Mutex(value) }

    var value: Value { cell.withLock(\.self) }

    func change(_ body: (inout Value) -> Void) { cell.withLock { body(&$0) } }
}
