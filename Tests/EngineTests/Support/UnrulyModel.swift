import Domain
import Synchronization
import TestSupport

@testable import Engine

/// A model of a provider that counts badly: it says what was used, or says it twice, or not at all, and breaks off.
///
/// It keeps its own books.
final class UnrulyModel: ModelProvider {
    private struct State {
        var random: SeededRandom
        var calls = 0
        var charged = TokenUsage(prompt: 0, completion: 0)
    }

    private let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(random: SeededRandom(seed: seed))) }

    var calls: Int { state.withLock(\.calls) }

    /// What all calls have used together.
    var charged: TokenUsage { state.withLock(\.charged) }

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        let (manner, prompt) = state.withLock { state in
            state.calls += 1
            return (Int.random(in: 0..<8, using: &state.random), Int.random(in: 500..<1500, using: &state.random))
        }
        let usage = TokenUsage(prompt: prompt, completion: prompt / 10)
        let text = "This is what I think of it."
        let guess = TokenUsage(prompt: request.estimatedTokens, completion: TokenEstimate.tokens(in: text))
        switch manner {
        case 0: throw ModelError(.rateLimited, "Slow down.")
        case 1:
            charge(guess)
            try await onEvent(.text(text))
            throw ModelError(.brokenStream, "It broke off.")
        case 2:
            charge(usage)
            try await onEvent(.text(text))
            try await onEvent(.usage(usage))
            throw ModelError(.brokenStream, "It broke off.")
        case 3:
            charge(guess)
            try await onEvent(.text(text))
            try await onEvent(.finish(.stop))
        default:
            charge(usage)
            try await onEvent(.text(text))
            try await onEvent(.usage(TokenUsage(prompt: prompt, completion: 1)))
            if manner > 5 { try await onEvent(.usage(usage)) }
            try await onEvent(.finish(.stop))
            try await onEvent(.usage(usage))
        }
    }

    private func charge(_ usage: TokenUsage) {
        state.withLock { state in
            state.charged.prompt += usage.prompt
            state.charged.completion += usage.completion
        }
    }
}
