import Domain
import Synchronization

/// A model that says what a test wrote down, and remembers what it was asked.
package final class ScriptedModel: ModelProvider {
    /// One answer, or a way to fail.
    package enum Line: Sendable {
        case say(String)
        case call(String, JSONValue)
        case calls([(String, JSONValue)])
        /// Text, and an end for this reason.
        case end(String, FinishReason)
        /// A call of a provider that reports no usage.
        case silently(String, JSONValue)
        /// Arguments as the model wrote them, right or wrong.
        case callRaw(String, String)
        case fail(ModelError)
        /// Some text, then the failure.
        case breakAfter(String, ModelError)
        /// Answers as the closure says.
        case decide(@Sendable (ModelRequest) -> Line)
        /// Waits until the task is cancelled.
        case hang
    }

    private struct State {
        var lines: [Line]
        var requests: [ModelRequest] = []
    }

    private let state: Mutex<State>
    private let otherwise: Line

    /// - Parameter otherwise: What it does when the script is over.
    package init(_ lines: [Line], otherwise: Line = .say("Done.")) {
        state = Mutex(State(lines: lines))
        self.otherwise = otherwise
    }

    package var requests: [ModelRequest] { state.withLock(\.requests) }

    package func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let line = state.withLock { state in
            state.requests.append(request)
            return state.lines.isEmpty ? otherwise : state.lines.removeFirst()
        }
        try await perform(line, request, onEvent)
    }

    private func perform(_ line: Line, _ request: ModelRequest, _ onEvent: (ModelEvent) async throws -> Void) async throws {
        switch line {
        case .say(let text): try await perform(.end(text, .stop), request, onEvent)
        case .end(let text, let reason):
            try await onEvent(.text(text))
            try await end(reason, onEvent)
        case .silently(let name, let arguments):
            try await onEvent(.toolCall(ToolCall(id: "call_silent", name: name, arguments: arguments.description)))
            try await onEvent(.finish(.toolCalls))
        case .call(let name, let arguments): try await perform(.calls([(name, arguments)]), request, onEvent)
        case .calls(let calls):
            for (index, call) in calls.enumerated() {
                let id = "call_\(request.messages.count)_\(index)"
                try await onEvent(.toolCall(ToolCall(id: id, name: call.0, arguments: call.1.description)))
            }
            try await end(.toolCalls, onEvent)
        case .callRaw(let name, let arguments):
            try await onEvent(.toolCall(ToolCall(id: "call_\(request.messages.count)", name: name, arguments: arguments)))
            try await end(.toolCalls, onEvent)
        case .fail(let error): throw error
        case .breakAfter(let text, let error):
            try await onEvent(.text(text))
            throw error
        case .decide(let choose): try await perform(choose(request), request, onEvent)
        case .hang:
            let (stream, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            for await _ in stream {}
            throw CancellationError()
        }
    }

    private func end(_ reason: FinishReason, _ onEvent: (ModelEvent) async throws -> Void) async throws {
        try await onEvent(.usage(TokenUsage(prompt: 1000, completion: 100)))
        try await onEvent(.finish(reason))
    }
}

/// Hands out one model whatever the row says.
package struct OneModel: ModelProviders {
    private let model: any ModelProvider

    package init(_ model: any ModelProvider) { self.model = model }

    package func provider(for row: Provider) throws -> any ModelProvider { model }
}

/// One price for everything: three dollars for a million tokens read, fifteen for a million written.
package struct FlatPricing: Pricing {
    package init() {}

    package func price(of model: String, at kind: ProviderKind) -> ModelPrice? {
        ModelPrice(input: Money(nanoDollars: 3_000_000_000), output: Money(nanoDollars: 15_000_000_000))
    }
}
