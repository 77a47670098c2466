import Domain
import Engine

/// A model that answers at once: first it calls a tool, then it says a sentence.
struct ImmediateModel: ModelProvider, ModelProviders {
    let call: ToolCall

    func provider(for row: Provider) throws -> any ModelProvider { self }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        if case .toolResult? = request.messages.last {
            try await onEvent(.text("Good morning."))
            try await onEvent(.usage(TokenUsage(prompt: 900, completion: 12)))
            try await onEvent(.finish(.stop))
        } else {
            try await onEvent(.toolCall(call))
            try await onEvent(.usage(TokenUsage(prompt: 800, completion: 20)))
            try await onEvent(.finish(.toolCalls))
        }
    }
}

/// What costs nothing.
struct Free: Pricing {
    func price(of model: String, at kind: ProviderKind) -> ModelPrice? { ModelPrice(input: .zero, output: .zero) }
}
